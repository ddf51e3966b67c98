"""Naming: a dotted name for each file, by which nothing else in the project goes.

A module is called as code of its own source root imports it. Where two roots hold a module of the
same name, the modules of both are called by their whole paths: `services.orders.app.main` beside
`services.billing.app.main`. If they share loose modules only, such as `main` or `setup`, this holds
for these alone. Test code gives way to other code, and the root that all paths start from keeps its
names anyhow. A module that a package of the same name hides from imports is called
`name.__hidden__`.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from archlint.model.modules import Module, as_code_says
from archlint.sources.discovery.layout import below
from archlint.sources.discovery.roots import Roots

HIDDEN = "__hidden__"
_INIT = "__init__.py"


class _Unit(NamedTuple):
    """The production or the test code of one root."""

    root: str
    is_test: bool


def name_modules(files: Iterable[str], roots: Roots, tests: Collection[str]) -> tuple[Module, ...]:
    """Return a module for each file, in the order of their paths."""
    ordered = sorted(files)
    units = {path: _Unit(roots.of(path), path in tests) for path in ordered}
    names = {path: _name(path, unit.root) for path, unit in units.items()}
    for path in _clashing(names, units):
        names[path] = _name(path, "")
    _part_twins(names, units)
    return tuple(_module(path, names[path], units[path].root) for path in ordered)


def _module(path: str, name: str, root: str) -> Module:
    # an `__init__` of the root itself is no package to those who import from there
    is_package = path.endswith(f"/{_INIT}") and path != below(root, _INIT)
    return Module(name=name, path=path, is_package=is_package, root=root)


def _name(path: str, root: str) -> str:
    if path == below(root, _INIT):
        root = ""
    inside = path.removeprefix(root).lstrip("/").removesuffix(".py").removesuffix("/__init__")
    return as_code_says(inside).replace(".", "_").replace("/", ".")


def _clashing(names: Mapping[str, str], units: Mapping[str, _Unit]) -> Iterator[str]:
    """Yield the files that have to go by their whole paths."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for path, name in names.items():
        by_name[name].append(path)
    whole: set[_Unit] = set()
    for name, paths in by_name.items():
        losers = {units[path] for path in paths} - _keepers({units[path] for path in paths})
        if "." in name or any(path.endswith(_INIT) for path in paths):
            whole |= losers
        else:
            yield from (path for path in paths if units[path] in losers)
    yield from (path for path, unit in units.items() if unit in whole)


def _keepers(units: set[_Unit]) -> set[_Unit]:
    """Return the units that keep a name which all of them have."""
    if len(units) == 1:
        return units
    top = {unit for unit in units if not unit.root}
    production = {unit for unit in units if not unit.is_test}
    return top | (production if len(production) == 1 else set())


def _part_twins(names: dict[str, str], units: Mapping[str, _Unit]) -> None:
    """Rename all but one of the files that still share a name: a package hides a module."""
    taken: Counter[str] = Counter()
    for path in sorted(names, key=lambda p: (units[p].is_test, not p.endswith(_INIT), p)):
        name = names[path]
        taken[name] += 1
        if taken[name] > 1:
            number = taken[name] - 1 if taken[name] > 2 else ""  # noqa: PLR2004 - the third on
            names[path] = f"{name}.{HIDDEN}{number}"
