"""Judges outward names in strings: an inner layer has something outer looked up at run time."""

from collections.abc import Iterator

from archlint.model.code.names.breaches import Way
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module and each outer module that it names in a string."""
    for breach in codebase.outward.by(Way.BY_NAME):
        who = breach.inner.does("asks for", "ask for")
        yield Finding(
            rule=rule.name,
            place=breach.place,
            module=breach.module.name,
            layer=breach.inner.name,
            target=breach.target,
            message=(
                f"{who} {breach.what} by name at run time, which belongs to {breach.outer.name}"
            ),
            help=codebase.remedies.of(breach),
            evidence=breach.reexports,
            also=breach.also,
            because=breach.because,
        )
