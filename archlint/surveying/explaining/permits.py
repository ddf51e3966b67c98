"""A permit: the smallest change of the settings that would allow one finding."""

import re
from dataclasses import dataclass

from archlint.model.finding import Finding

_DOTTED = re.compile(r"[\w-]+(\.[\w-]+)*")


@dataclass(frozen=True, slots=True)
class Permit:
    """An allowance of `rule` from `source` to `target`, which are None where they say nothing."""

    rule: str
    source: str | None
    target: str | None


def permit(finding: Finding) -> Permit:
    """Return the narrowest allowance that covers a finding."""
    source = _dotted(f"{finding.module}.{finding.symbol}") if finding.symbol else None
    return Permit(finding.rule, source or _module(finding), _dotted(finding.target))


def _module(finding: Finding) -> str | None:
    """Return the module of a finding; the name of a package alone stands for all that is in it."""
    is_package = finding.place.path.endswith("__init__.py")
    return _dotted(f"{finding.module}.__init__" if is_package else finding.module)


def _dotted(name: str) -> str | None:
    """Return the name if a pattern can say it."""
    return str(name) if _DOTTED.fullmatch(name) else None
