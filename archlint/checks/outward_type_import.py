"""Judges outward imports for types: an inner layer is written in terms of an outer one."""

from collections.abc import Iterator

from archlint.model.code.names.breaches import Breach, Way
from archlint.model.codebase import Codebase
from archlint.model.facts.outline import ImportKind
from archlint.model.finding import Finding, Severity
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each outer module that gives it types only."""
    for breach in codebase.outward.by(Way.FOR_TYPES):
        yield Finding(
            rule=rule.name,
            place=breach.place,
            module=breach.module.name,
            layer=breach.inner.name,
            target=breach.target,
            severity=Severity.ERROR if breach.runs else None,
            message=_message(breach),
            help=codebase.remedies.of(breach),
            evidence=breach.reexports,
            also=breach.also,
            because=breach.because,
        )


def _message(breach: Breach) -> str:
    first = breach.names[0]
    who = breach.inner.does(*_verb(first.statement.kind))
    manner = "only for types" if breach.runs else "for type checkers"
    if first.statement.kind is ImportKind.TEXT:
        manner = "in quotes, as a type"
    return f"{who} {breach.what} {manner}, which belongs to {breach.outer.name}"


def _verb(kind: ImportKind) -> tuple[str, str]:
    if kind is ImportKind.TEXT:
        return ("spells out", "spell out")
    return ("uses", "use") if kind is ImportKind.USE else ("imports", "import")
