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
    source = f"{finding.module}.{finding.symbol}".strip(".")
    return Permit(finding.rule, _dotted(source) or _dotted(finding.module), _dotted(finding.target))


def _dotted(name: str) -> str | None:
    """Return the name if a pattern can say it."""
    return str(name) if _DOTTED.fullmatch(name) else None
