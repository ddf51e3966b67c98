"""The contract types that import-linter ships, run by its own code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from grimp import ImportGraph
from importlinter.domain.contract import Contract as Rule
from importlinter.domain.contract import InvalidContractOptions
from importlinter.domain.helpers import MissingImport, module_expressions_to_modules

from archlint.contracts.forms.faults import odd_option
from archlint.contracts.graph import Imports
from archlint.contracts.metadata import READ, Verdict
from archlint.contracts.reading import Declared
from archlint.model.contracts import BrokenContract

CLASSES: Mapping[str, str] = {
    "acyclic_siblings": "AcyclicSiblingsContract",
    "forbidden": "ForbiddenContract",
    "independence": "IndependenceContract",
    "layers": "LayersContract",
    "protected": "ProtectedContract",
}
"""The classes of the types, each in the module of `importlinter.contracts` named like its type."""
_MISSING = "Missing layer in container "


class UnjudgedError(Exception):
    """A contract cannot be judged; the message says why."""


def is_built_in(kind: str) -> bool:
    """Whether the installed import-linter has a contract type of that name."""
    try:
        return kind in CLASSES and bool(_class(kind))
    except ImportError:
        return False


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict of import-linter; `graph` is without the imports that the contract ignores."""

    kept: bool
    metadata: Mapping[str, Any]
    warnings: Sequence[str]
    graph: ImportGraph


def check(declared: Declared, session: dict[str, Any], imports: Imports) -> Checked:
    """Have import-linter check a contract; raise UnjudgedError where it cannot."""
    graph = imports.graph()
    rule: Any = None
    try:
        rule = _class(declared.kind)(declared.contract.name, session, declared.options)
        checked = rule.check(graph, verbose=False)
    except InvalidContractOptions as error:
        wrong = (f"{option}: {text}" for option, text in sorted(error.errors.items()))
        raise UnjudgedError("\n".join(wrong)) from error
    except (MissingImport, ValueError) as error:
        raise UnjudgedError(_firm(str(error), rule, graph)) from error
    except Exception as error:
        if odd := odd_option(declared.options):
            raise UnjudgedError(odd) from error
        raise UnjudgedError(f"import-linter fails: {type(error).__name__}: {error}") from error
    return Checked(checked.kept, checked.metadata, checked.warnings, graph)


def breaches(declared: Declared, checked: Checked, imports: Imports) -> Iterator[BrokenContract]:
    """Yield what breaks a contract, each chain of imports once, in a firm order."""
    verdict = Verdict(declared.contract, imports, checked.metadata, checked.graph)
    told = sorted(READ[declared.kind](verdict), key=_order)
    chains = set()
    for breach in told:
        key = (breach.chain, breach.entrances, breach.exits, breach.subject)
        if key not in chains:
            chains.add(key)
            yield breach


def _order(breach: BrokenContract) -> tuple[tuple[str, ...], str]:
    return tuple(f"{link.importer} {link.imported}" for link in breach.chain), breach.clause


def _firm(complaint: str, rule: Any, graph: ImportGraph) -> str:  # noqa: ANN401 - of its own types
    """Return a complaint about a missing layer as it is told in every run.

    Of several that are missing import-linter names any one, as a set hands them out.
    """
    if not complaint.startswith(_MISSING):
        return complaint
    containers = {m.name for m in module_expressions_to_modules(graph, rule.containers)}
    tails = {tail.name for tail in rule.all_module_tails if not tail.is_optional}
    wanted = {(home, f"{home}.{tail}") for home in containers for tail in tails}
    home, module = min(each for each in wanted if each[1] not in graph.modules)
    return f"{_MISSING}'{home}': module {module} does not exist."


def _class(kind: str) -> type[Rule]:
    found: type[Rule] = getattr(import_module(f"importlinter.contracts.{kind}"), CLASSES[kind])
    return found
