"""Presence: which names of earlier findings the project still has."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from archlint.model.baseline.entries import Entry
from archlint.model.code.names.symbols import UNKNOWN

if TYPE_CHECKING:  # who only tells an audit need not load all that code can mean
    from archlint.model.codebase import Codebase


@dataclass(frozen=True, slots=True)
class Gone:
    """Which of the names of an entry nothing goes by any more."""

    module: bool = False
    symbol: bool = False
    target: bool = False

    def __bool__(self) -> bool:
        return self.module or self.symbol or self.target


class Presence:
    """The names of a code base; what is not known for sure counts as still there.

    `entries` tell which names from outside the code base were once the project's own.
    """

    def __init__(self, codebase: "Codebase", entries: Iterable[Entry]) -> None:
        self._codebase = codebase
        self._entries = tuple(entries)

    def gone(self, entry: Entry) -> Gone:
        """Return which names of an entry have gone."""
        has_module = not entry.module or self._has_module(entry.module)
        return Gone(
            module=not has_module,
            symbol=has_module and not self._has(entry.module, entry.symbol),
            target=self._is_own(entry.target) and not self._has_dotted(entry.target),
        )

    def _has_module(self, name: str) -> bool:
        return name in self._modules

    def _has(self, module: str, symbol: str) -> bool:
        """Whether a module binds a name; of dotted ones the class or function has to be known."""
        if not symbol or module not in self._codebase.outlines:
            return True
        head, _, rest = symbol.partition(".")
        if not head.isidentifier():
            return True
        if self._codebase.names.resolve(module, head) is UNKNOWN:
            return head in self._codebase.names.bindings(module)
        return not rest or self._has_member(module, symbol)

    def _has_member(self, module: str, symbol: str) -> bool:
        owner, _, name = symbol.rpartition(".")
        found = self._codebase.classes.get(f"{module}.{owner}")
        if found is None or not name.isidentifier():
            return True
        methods = {method.name for method in found.fact.methods}
        classes = {inner.name for inner in found.fact.classes}
        return name in methods | classes | {field.name for field in found.own_fields}

    def _has_dotted(self, dotted: str) -> bool:
        if dotted in self._packages:
            return True
        parts = dotted.split(".")
        for length in range(len(parts) - 1, 0, -1):
            module = ".".join(parts[:length])
            if module in self._modules:
                return self._has(module, ".".join(parts[length:]))
        return False

    def _is_own(self, target: str) -> bool:
        """Whether a target is a name of the project, and no library or plain word."""
        return "." in target and target.partition(".")[0] in self._heads

    @cached_property
    def _modules(self) -> frozenset[str]:
        known = (*self._codebase.modules, *self._codebase.tests)
        names = {module.name for module in known}
        unread = {problem.module.name for problem in self._codebase.unreadable}
        return frozenset(names | unread)

    @cached_property
    def _packages(self) -> frozenset[str]:
        """Modules, and all the packages that they lie in."""
        parts = [name.split(".") for name in self._modules]
        return frozenset(".".join(each[:i]) for each in parts for i in range(1, len(each) + 1))

    @cached_property
    def _heads(self) -> frozenset[str]:
        own = {entry.module for entry in self._entries} | self._modules
        return frozenset(name.partition(".")[0] for name in own)
