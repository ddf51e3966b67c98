"""Which classes are only inherited from, and which are made into instances somewhere."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.names.symbols import SymbolKind


class Instances:
    """Knows what the studied code of a project inherits and what it makes."""

    def __init__(self, classes: Classes, functions: Iterable[ProjectFunction]) -> None:
        self._classes = classes
        self._functions = functions

    def is_only_inherited(self, owner: ProjectClass) -> bool:
        """Whether other classes inherit from this one and nobody makes an instance of it."""
        return owner.dotted in self._inherited and owner.dotted not in self._made

    @cached_property
    def _inherited(self) -> frozenset[str]:
        return frozenset(
            base.dotted for heir in self._classes for base in self._classes.bases(heir.dotted)
        )

    @cached_property
    def _made(self) -> frozenset[str]:
        """The classes that are called, themselves or by a factory of theirs."""
        return frozenset(
            symbol.dotted
            for module, dotted in frozenset(self._mentioned())
            if (symbol := self._classes.names.resolve(module, dotted)).kind is SymbolKind.CLASS
        )

    def _mentioned(self) -> Iterator[tuple[str, str]]:
        for function in self._functions:
            for callee in function.fact.callees:
                if dotted := _maker(callee):
                    yield function.module.name, dotted


def _maker(callee: str) -> str:
    """Return `A` for `A(...)` and for a factory of it, `A.create(...)`; "" for `.create`."""
    before, dot, name = callee.rpartition(".")
    is_class = before and name[:1].isupper()
    return callee if is_class or not dot else before
