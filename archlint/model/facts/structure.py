"""The structure of one file: its classes, functions and bodies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_of, walk

_NOTED = frozenset({ExpressionKind.CALL, ExpressionKind.NAMED, ExpressionKind.YIELD})


class ParameterKind(StrEnum):
    """How a parameter takes its argument."""

    POSITIONAL_ONLY = "positional-only"
    PLAIN = "plain"
    KEYWORD_ONLY = "keyword-only"
    VAR_POSITIONAL = "var-positional"
    VAR_KEYWORD = "var-keyword"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a function, `self` included."""

    name: str
    kind: ParameterKind = ParameterKind.PLAIN
    annotation: Expression | None = None
    default: Expression | None = None


@dataclass(frozen=True)
class Function:
    """A function or method; `line` is that of `def`, `qualname` as in `Function.__qualname__`.

    What many ask of its body is worked out once and kept with it.
    """

    name: str
    qualname: str
    line: int
    column: int = 0
    end_line: int = 0
    is_async: bool = False
    has_docstring: bool = False
    decorators: tuple[Expression, ...] = ()
    type_parameters: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    returns: Expression | None = None
    body: tuple[Statement, ...] = ()
    functions: tuple["Function", ...] = ()
    classes: tuple["Class", ...] = ()

    @property
    def own_parameters(self) -> tuple[Parameter, ...]:
        """The parameters that a caller fills: all but `self` or `cls`."""
        first = self.parameters[:1]
        return (
            self.parameters[1:] if first and first[0].name in {"self", "cls"} else self.parameters
        )

    @property
    def is_public(self) -> bool:
        """Whether the name says that others may call it."""
        return not self.name.startswith("_")

    @cached_property
    def calls(self) -> tuple[Expression, ...]:
        """Every call in the body, in source order; functions inside are left out."""
        return tuple(part for part in self._noted if part.kind is ExpressionKind.CALL)

    @cached_property
    def has_walrus(self) -> bool:
        """Whether an expression of the body binds a name, as `(total := price)` does."""
        return any(part.kind is ExpressionKind.NAMED for part in self._noted)

    @cached_property
    def yields(self) -> bool:
        """Whether calling it makes a generator."""
        return any(part.kind is ExpressionKind.YIELD for part in self._noted)

    @cached_property
    def _noted(self) -> tuple[Expression, ...]:
        return tuple(expressions_of(self.body, _NOTED))

    @cached_property
    def values(self) -> Mapping[str, Expression]:
        """The value of each name that the function binds once, in an assignment."""
        found: dict[str, list[Expression]] = {p.name: [] for p in self.parameters}
        for statement in walk(self.body):
            if statement.kind is StatementKind.ASSIGN:
                value, *targets = statement.expressions
                for target in targets:
                    found.setdefault(target.dotted, []).append(value)
        return {name: values[0] for name, values in found.items() if len(values) == 1}


@dataclass(frozen=True, slots=True)
class Class:
    """A class; `line` is that of `class`. `body` is what stands beside its methods."""

    name: str
    qualname: str
    line: int
    column: int = 0
    end_line: int = 0
    has_docstring: bool = False
    decorators: tuple[Expression, ...] = ()
    type_parameters: tuple[str, ...] = ()
    bases: tuple[Expression, ...] = ()
    keywords: tuple[Expression, ...] = ()
    body: tuple[Statement, ...] = ()
    methods: tuple[Function, ...] = ()
    classes: tuple["Class", ...] = ()

    def method(self, name: str) -> Function | None:
        """Return the method of that name that the class itself defines; the last one wins."""
        for method in reversed(self.methods):
            if method.name == name:
                return method
        return None


@dataclass(frozen=True, slots=True)
class Structure:
    """All classes and functions of a file; `body` is what stands beside them."""

    body: tuple[Statement, ...] = ()
    classes: tuple[Class, ...] = ()
    functions: tuple[Function, ...] = ()

    def all_classes(self) -> Iterator[Class]:
        """Yield every class, those inside classes and functions included."""
        waiting: list[Class] = [*self.classes]
        for function in self.all_functions():
            waiting.extend(function.classes)
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(found.classes)

    def all_functions(self) -> Iterator[Function]:
        """Yield every function outside classes, those inside functions included."""
        waiting = [*self.functions]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(found.functions)
