"""The structure of one file: its classes, functions and bodies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from archlint.model.facts.bindings import LocalBinding
from archlint.model.facts.bodies import Body
from archlint.model.facts.expressions import Expression
from archlint.model.facts.sharing import share
from archlint.model.facts.statements import Statement


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

    def __post_init__(self) -> None:
        share(self, "name")


@dataclass(frozen=True, slots=True)
class Function:
    """A function or method; `line` is that of `def`, `qualname` as in `Function.__qualname__`."""

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
    code: Body = field(default_factory=Body, hash=False)
    functions: tuple["Function", ...] = ()
    classes: tuple["Class", ...] = ()

    def __post_init__(self) -> None:
        share(self, "name", "qualname")

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

    @property
    def body(self) -> tuple[Statement, ...]:
        """The statements; the docstring is left out."""
        return self.code.contents.statements

    @property
    def calls(self) -> tuple[Expression, ...]:
        """Every call in the body, in source order; functions inside are left out."""
        return self.code.contents.calls

    @property
    def callees(self) -> tuple[str, ...]:
        """What the body calls, each once: `orders.save`; `.save` where not all before are names.

        Asking opens no body a second time.
        """
        return self.code.callees

    @property
    def called(self) -> frozenset[str]:
        """The last names of what the body calls; asking opens no body a second time."""
        return self.code.called

    @property
    def yields(self) -> bool:
        """Whether calling it makes a generator."""
        return self.code.contents.yields

    @property
    def bindings(self) -> tuple[LocalBinding, ...]:
        """What the body binds to names, in source order; functions inside are left out."""
        return self.code.contents.bindings

    @property
    def explains_late(self) -> bool:
        """Whether something is explained by a name before all is said about that name."""
        return self.code.contents.explains_late

    @property
    def values(self) -> Mapping[str, Expression]:
        """The value of each name that the function binds once, in an assignment."""
        return self.code.contents.values


@dataclass(frozen=True, slots=True)
class Class:
    """A class; `line` is that of `class`. Its code is what stands beside its methods."""

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
    code: Body = field(default_factory=Body, hash=False)
    methods: tuple[Function, ...] = ()
    classes: tuple["Class", ...] = ()

    def __post_init__(self) -> None:
        share(self, "name", "qualname")

    @property
    def body(self) -> tuple[Statement, ...]:
        """The statements beside the methods and classes inside; the docstring is left out."""
        return self.code.contents.statements

    def method(self, name: str) -> Function | None:
        """Return the method of that name that the class itself defines; the last one wins."""
        for method in reversed(self.methods):
            if method.name == name:
                return method
        return None


@dataclass(frozen=True, slots=True)
class Structure:
    """All classes and functions of a file; its code is what stands beside them."""

    code: Body = field(default_factory=Body, hash=False)
    classes: tuple[Class, ...] = ()
    functions: tuple[Function, ...] = ()

    @property
    def body(self) -> tuple[Statement, ...]:
        """The statements beside the classes and functions; the docstring is left out."""
        return self.code.contents.statements

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
