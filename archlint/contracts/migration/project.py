"""The project, as far as a translation has to know it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from archlint.model.architecture.layers import Role
from archlint.model.modules import Module


def _no_role(_name: str) -> Role | None:
    return None


def _any_folder(_path: str) -> bool:
    return True


@dataclass(frozen=True)
class Project:
    """Its modules; what role a layer's name usually means; and which folders there are.

    `edges` are pairs of an importing and an imported module.
    """

    modules: tuple[Module, ...]
    edges: frozenset[tuple[str, str]] = frozenset()
    usual_role: Callable[[str], Role | None] = field(default=_no_role)
    has_folder: Callable[[str], bool] = field(default=_any_folder)

    @cached_property
    def names(self) -> frozenset[str]:
        """The dotted names of all modules and of all packages around them."""
        return frozenset(name for module in self.modules for name in _around(module.name))

    def children(self, package: str) -> frozenset[str]:
        """Return the modules and packages just below one."""
        return frozenset(name for name in self.names if name.rpartition(".")[0] == package)

    def expand(self, expression: str) -> tuple[str, ...]:
        """Return what an expression stands for: `*` is one segment, `**` one or more."""
        if "*" not in expression:
            return (expression,) if expression in self.names else ()
        wanted = expression_pattern(expression)
        return tuple(sorted(name for name in self.names if wanted.fullmatch(name)))


def expression_pattern(expression: str) -> re.Pattern[str]:
    """Return what names the expression stands for: `*` is one segment, `**` one or more."""
    parts = {"*": r"[^.]+", "**": r"[^.]+(?:\.[^.]+)*"}
    return re.compile(r"\.".join(parts.get(p, re.escape(p)) for p in expression.split(".")))


def is_at_or_below(name: str, package: str) -> bool:
    """Whether a dotted name is the package or lies in it."""
    return name == package or name.startswith(f"{package}.")


def _around(name: str) -> Iterator[str]:
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        yield ".".join(parts[:length])
