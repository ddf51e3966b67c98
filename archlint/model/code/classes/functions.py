"""A function or method of the project, with where it belongs."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.facts.statements import StatementKind, walk
from archlint.model.facts.structure import Function, Structure
from archlint.model.modules import Module


@dataclass(frozen=True, slots=True)
class ProjectFunction:
    """A function with its module; `owner` is the class of a method, None for a plain function."""

    module: Module
    fact: Function
    owner: ProjectClass | None = None

    @property
    def dotted(self) -> str:
        """Module and qualified name."""
        return f"{self.module.name}.{self.fact.qualname}"


_LEAVING = frozenset({StatementKind.RETURN, StatementKind.TRY})


def always_raises(fact: Function) -> bool:
    """Whether a function raises in the end, whatever it is called with."""
    if not fact.body or fact.body[-1].kind is not StatementKind.RAISE:
        return False
    return not any(inner.kind in _LEAVING for inner in walk(fact.body))


def plain_functions(module: Module, structure: Structure) -> Iterator[ProjectFunction]:
    """Yield the functions of a file that are no methods, those inside functions included."""
    for fact in structure.all_functions():
        yield ProjectFunction(module, fact)


def methods(owner: ProjectClass) -> Iterator[ProjectFunction]:
    """Yield the methods that a class itself defines, and the functions inside them."""
    waiting = [*owner.fact.methods]
    while waiting:
        fact = waiting.pop(0)
        yield ProjectFunction(owner.module, fact, owner)
        waiting.extend(fact.functions)
