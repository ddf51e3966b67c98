"""Judges outward imports: an inner layer names something that belongs to an outer one."""

from collections.abc import Iterator
from itertools import groupby

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each import statement and each outer module that it names."""
    outward = sorted(filter(lambda d: _is_outward(codebase, d), codebase.dependencies), key=_order)
    for _, group in groupby(outward, key=_order):
        yield _finding(codebase, rule, list(group))


def _is_outward(codebase: Codebase, dependency: Dependency) -> bool:
    inner = codebase.layer(dependency.importer.name)
    outer = codebase.layer(dependency.target)
    if inner is None or outer is None or dependency.is_main_only:
        return False
    return not inner.may_import(outer)


def _order(dependency: Dependency) -> tuple[str, int, int, str]:
    place = dependency.place
    return (place.path, place.line, place.column, dependency.target)


def _finding(codebase: Codebase, rule: Rule, names: list[Dependency]) -> Finding:
    first = names[0]
    inner = codebase.memberships[first.importer.name].layer
    outer = codebase.memberships[first.target].layer
    told = sorted({_told(name) for name in names})
    target = told[0] if len(told) == 1 else first.target
    manner = f" {first.manner}" if first.manner else ""
    what = target if len(told) == 1 else f"{first.target} ({', '.join(map(_last, told))})"
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=inner.name,
        target=target,
        severity=Severity.WARNING if first.is_soft else None,
        message=f"{inner.does('imports', 'import')} {what}{manner}, which belongs to {outer.name}",
        help=_help(inner, outer, ", ".join(map(_last, told))),
        evidence=tuple(_reexports(names)),
        because=inner.because or outer.because,
    )


def _told(dependency: Dependency) -> str:
    name = dependency.statement.name
    if dependency.symbol.module and dependency.symbol.name:
        return dependency.symbol.dotted
    if dependency.symbol.module or name in {None, "*"}:
        return dependency.target
    return f"{dependency.target}.{name}"


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]


def _reexports(names: list[Dependency]) -> Iterator[Evidence]:
    for name in names:
        for place in name.symbol.reexports:
            yield Evidence(place.path, place.line, f"{_last(_told(name))} is re-exported here")


def _help(inner: Layer, outer: Layer, names: str) -> str:
    if outer.role is Role.COMPOSITION:
        return f"pass {names} in from {outer.name}, which may know everyone"
    if inner.is_core:
        return (
            f"let {inner.name} own an interface that says what is needed of {names}, "
            f"and let {outer.name} implement it"
        )
    return f"turn the dependency round: {outer.name} may know {inner.name}, so pass {names} in"
