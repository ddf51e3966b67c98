"""Judges outward imports: an inner layer names something that belongs to an outer one."""

from collections.abc import Iterator

from archlint.model.code.names.breaches import Breach, Way
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each outer module, or name of it, that it needs."""
    for breach in codebase.outward.by(Way.IMPORTED):
        yield Finding(
            rule=rule.name,
            place=breach.place,
            module=breach.module.name,
            layer=breach.inner.name,
            target=breach.target,
            message=_message(breach),
            help=codebase.remedies.of(breach),
            evidence=breach.reexports,
            also=breach.also,
            because=breach.because,
        )


def _message(breach: Breach) -> str:
    first = breach.names[0]
    verb = ("uses", "use") if first.is_chained else ("imports", "import")
    manner = f" {first.manner}" if first.manner else ""
    who = breach.inner.does(*verb)
    return f"{who} {breach.what}{manner}, which belongs to {breach.outer.name}"
