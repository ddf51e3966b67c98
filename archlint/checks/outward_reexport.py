"""Judges outward re-exports: the `__init__` of a package hands outer names to inner modules."""

from collections.abc import Iterator

from archlint.model.code.names.breaches import Breach, Way
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each package and each outer module, or name of it, it hands on."""
    for breach in codebase.outward.by(Way.HANDED_ON):
        yield Finding(
            rule=rule.name,
            place=breach.place,
            module=breach.module.name,
            layer=breach.inner.name,
            target=breach.target,
            severity=None if breach.is_needed else Severity.WARNING,
            message=_message(breach),
            help=_help(codebase, breach),
            also=breach.also,
            because=breach.because,
        )


def _message(breach: Breach) -> str:
    package = breach.module.name
    count = len({importer.importer.name for importer in breach.importers})
    if not count:
        return f"{package} offers {breach.what}, which belongs to {breach.outer.name}"
    modules = "1 inner module" if count == 1 else f"{count} inner modules"
    return f"{package} hands {breach.what}, which belongs to {breach.outer.name}, to {modules}"


def _help(codebase: Codebase, breach: Breach) -> str:
    first = f"take {breach.short_names} out of {breach.module.path}"
    if not breach.importers:
        return f"{first}: no inner module imports it from there"
    return f"{first}, and {codebase.remedies.of(breach)}"
