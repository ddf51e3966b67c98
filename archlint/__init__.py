"""An architecture linter for Python: reads code without running it.

What stands in `__all__` is what other programs may use: it keeps its names and meaning, and only
gains. Everything else may change with any release.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from archlint.version import __version__

if TYPE_CHECKING:
    from archlint.assembly.faults import NothingToJudgeError
    from archlint.assembly.library import audit
    from archlint.model.audit import Audit, Coverage
    from archlint.model.faults import ArchlintError, RuleFault
    from archlint.model.finding import Confidence, Evidence, Finding, Hop, Severity, State
    from archlint.model.place import Place
    from archlint.model.rule import Rule
    from archlint.rulebook import UnknownRuleError
    from archlint.rulebook.own import OwnRulesError
    from archlint.settings.mistakes import Mistake, SettingsError

__all__ = [
    "ArchlintError",
    "Audit",
    "Confidence",
    "Coverage",
    "Evidence",
    "Finding",
    "Hop",
    "Mistake",
    "NothingToJudgeError",
    "OwnRulesError",
    "Place",
    "Rule",
    "RuleFault",
    "SettingsError",
    "Severity",
    "State",
    "UnknownRuleError",
    "__version__",
    "audit",
]

_HOMES = {
    "ArchlintError": "archlint.model.faults",
    "Audit": "archlint.model.audit",
    "Confidence": "archlint.model.finding",
    "Coverage": "archlint.model.audit",
    "Evidence": "archlint.model.finding",
    "Finding": "archlint.model.finding",
    "Hop": "archlint.model.finding",
    "Mistake": "archlint.settings.mistakes",
    "NothingToJudgeError": "archlint.assembly.faults",
    "OwnRulesError": "archlint.rulebook.own",
    "Place": "archlint.model.place",
    "Rule": "archlint.model.rule",
    "RuleFault": "archlint.model.faults",
    "SettingsError": "archlint.settings.mistakes",
    "Severity": "archlint.model.finding",
    "State": "archlint.model.finding",
    "UnknownRuleError": "archlint.rulebook",
    "audit": "archlint.assembly.library",
}

if not TYPE_CHECKING:  # a type checker would take every name for one that there is

    def __getattr__(name: str) -> object:
        """Load what is asked for, when it is: who imports archlint need not judge anything."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
