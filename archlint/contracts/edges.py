"""The imports of modules as import-linter sees them: the module that a statement names, literally.

`from a import b` names the module or package `a.b` if there is one, else `a`, whatever `b` is and
wherever it was defined. Imports inside functions count, those by name at run time do not.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from archlint.contracts.packages import Packages
from archlint.model.facts.outline import Guard, Import, ImportKind, Outline
from archlint.model.modules import Module
from archlint.model.place import Place

_STATEMENTS = frozenset({ImportKind.IMPORT, ImportKind.FROM, ImportKind.STAR})


@dataclass(frozen=True, slots=True)
class Edge:
    """An import; `is_external` where the imported name belongs to no root package."""

    importer: str
    imported: str
    place: Place
    text: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """What counts as an import."""

    with_externals: bool
    without_type_checking: bool

    def covers(self, statement: Import) -> bool:
        """Whether a statement counts."""
        is_soft = statement.guard is Guard.TYPE_CHECKING
        return statement.kind in _STATEMENTS and not (is_soft and self.without_type_checking)


def edges(packages: Packages, outlines: Mapping[str, Outline], scope: Scope) -> Iterator[Edge]:
    """Yield the imports of the modules; `outlines` go by their import names."""
    for name, module in sorted(packages.modules.items()):
        outline = outlines.get(name, Outline())
        for statement in filter(scope.covers, outline.imports):
            target = _target(module, statement, packages, scope)
            if target:
                yield Edge(
                    name,
                    target,
                    Place(module.path, statement.line, statement.column + 1),
                    _text(statement),
                    is_external=not packages.holds(target),
                )


def _target(module: Module, statement: Import, packages: Packages, scope: Scope) -> str:
    """Return the module that a statement names, "" for one that does not count."""
    named = _absolute(module, statement)
    if internal := _internal(named, packages.names):
        return internal
    return _external(named, packages) if named and scope.with_externals else ""


def _absolute(module: Module, statement: Import) -> str:
    """Return the dotted name of what is imported, "" where a relative import leaves the root."""
    inside = [part for part in (statement.module, statement.name) if part]
    if not statement.level:
        return ".".join(inside)
    package = module.name.split(".")
    dots = statement.level - (1 if module.is_package else 0)
    return ".".join([*package[: len(package) - dots], *inside]) if dots < len(package) else ""


def _internal(named: str, names: Container[str]) -> str:
    if named in names:
        return named
    parent = named.rpartition(".")[0]
    return parent if parent in names else ""


def _external(named: str, packages: Packages) -> str:
    """Return the package that stands for a name from outside, "" for one that is a namespace.

    That is the top of its name; beside a root package in a shared namespace it is the first part
    that they do not share.
    """
    top, *_ = parts = named.split(".")
    if any(f"{root}.".startswith(f"{named}.") for root in packages.roots if root != named):
        return ""
    beside = [root.split(".") for root in packages.roots if root.startswith(f"{top}.")]
    shared = max((_common(parts, root) for root in beside), default=0)
    if any(shared == len(root) for root in beside):
        return ""
    return ".".join(parts[: shared + 1])


def _common(one: list[str], other: list[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _text(statement: Import) -> str:
    alias = f" as {statement.alias}" if statement.alias else ""
    dots = "." * statement.level
    if statement.name is None:
        return f"import {statement.module}{alias}"
    return f"from {dots}{statement.module} import {statement.name}{alias}"
