"""Reads annotations as types."""

from collections.abc import Mapping

from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.types import NONE, NOTHING, Type, union
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind

TRANSPARENT = frozenset(
    {"Annotated", "Awaitable", "Coroutine", "Mapped", "Final", "ClassVar", "Required",
     "NotRequired", "ReadOnly", "InitVar", "WriteOnlyMapped"}
)  # fmt: skip
SPELLINGS = frozenset({ExpressionKind.SUBSCRIPT, ExpressionKind.OPERATION})
TypeArguments = Mapping[str, Type]


class Annotations:
    """Turns the annotations of a project into types."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._arguments: dict[str, TypeArguments] = {}

    def read(
        self,
        module: str,
        annotation: Expression | None,
        owner: ProjectClass | None = None,
        arguments: TypeArguments | None = None,
    ) -> Type:
        """Return the type that an annotation in `module` names.

        `owner` is the class that `Self` stands for; `arguments` are what type variables stand for.
        """
        if annotation is None:
            return NOTHING
        reader = _Reader(self._classes, module, owner, arguments or {})
        return reader.read(annotation)

    def arguments_of(self, owner: ProjectClass) -> TypeArguments:
        """Return what the type variables of the ancestors of a class stand for in it.

        In `class Orders(Repository[Order])` the T of `class Repository(Generic[T])` is Order.
        """
        if owner.dotted not in self._arguments:
            found: dict[str, Type] = {}
            for heir in owner.lineage:
                for base in heir.fact.bases:
                    if base.kind is ExpressionKind.SUBSCRIPT:
                        found |= self._bound(heir, base, found)
            self._arguments[owner.dotted] = found
        return self._arguments[owner.dotted]

    def _bound(self, heir: ProjectClass, base: Expression, known: TypeArguments) -> dict[str, Type]:
        generic = self._classes.resolve(heir.module.name, base.parts[0].dotted)
        if generic is None:
            return {}
        given = [self.read(heir.module.name, part, heir, known) for part in base.parts[1:]]
        return dict(zip(type_parameters(generic), given, strict=False))


def type_parameters(generic: ProjectClass) -> tuple[str, ...]:
    """Return the names of the type variables of a generic class, in order."""
    if generic.fact.type_parameters:
        return generic.fact.type_parameters
    for base in generic.fact.bases:
        if base.kind is ExpressionKind.SUBSCRIPT:
            names = tuple(p.text for p in base.parts[1:] if p.kind is ExpressionKind.NAME)
            if base.parts[0].dotted.rpartition(".")[2] in {"Generic", "Protocol"}:
                return names
    return next(
        (
            tuple(p.text for p in base.parts[1:] if p.kind is ExpressionKind.NAME)
            for base in generic.fact.bases
            if base.kind is ExpressionKind.SUBSCRIPT
        ),
        (),
    )


class _Reader:
    """Reads one annotation."""

    def __init__(
        self,
        classes: Classes,
        module: str,
        owner: ProjectClass | None,
        arguments: TypeArguments,
        opened: frozenset[str] = frozenset(),
    ) -> None:
        self._classes = classes
        self._module = module
        self._owner = owner
        self._arguments = arguments
        self._opened = opened

    def read(self, annotation: Expression) -> Type:
        kind = annotation.kind
        if kind in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE}:
            return self._named(annotation.dotted)
        if kind is ExpressionKind.SUBSCRIPT:
            return self._subscripted(annotation)
        if kind is ExpressionKind.OPERATION and annotation.text == "|":
            return union(tuple(self.read(part) for part in annotation.parts))
        if kind is ExpressionKind.CONSTANT and annotation.text == "None":
            return NONE
        return NOTHING

    def _named(self, dotted: str) -> Type:
        if dotted in self._arguments or not dotted:
            return self._arguments.get(dotted, NOTHING)
        if dotted.rpartition(".")[2] == "Self" and self._owner:
            return Type(self._owner.dotted)
        symbol = self._classes.names.resolve(self._module, dotted)
        if symbol.kind is SymbolKind.CLASS:
            return Type(symbol.dotted)
        if symbol.kind is SymbolKind.EXTERNAL and not symbol.external.endswith("()"):
            return Type(symbol.external)
        if symbol.external.endswith(".TypeVar()"):
            return self._bound(symbol)
        return self._aliased(symbol) or self._nested(dotted)

    def _aliased(self, alias: Symbol) -> Type:
        """Return what an alias such as `Found = Annotated[Order, ...]` stands for."""
        if alias.kind is not SymbolKind.VALUE or alias.dotted in self._opened:
            return NOTHING
        spelled = self._classes.assigned(alias.module, alias.name)
        if spelled is None or spelled.kind not in SPELLINGS:
            return NOTHING
        opened = self._opened | {alias.dotted}
        return _Reader(self._classes, alias.module, None, {}, opened).read(spelled)

    def _bound(self, variable: Symbol) -> Type:
        """Return the upper bound of a type variable that nothing was put in for."""
        made = self._classes.assigned(variable.module, variable.name)
        bound = made.keyword("bound") if made else None
        if bound is None or variable.dotted in self._opened:
            return NOTHING
        opened = self._opened | {variable.dotted}
        if bound.kind is ExpressionKind.STRING:
            bound = Expression(ExpressionKind.NAME, bound.text)
        return _Reader(self._classes, variable.module, None, {}, opened).read(bound)

    def _nested(self, dotted: str) -> Type:
        """Return a class nested in the one that the annotation stands in."""
        owner = self._owner
        if owner and self._classes.get(f"{owner.dotted}.{dotted}"):
            return Type(f"{owner.dotted}.{dotted}")
        found = self._classes.get(f"{self._module}.{dotted}")
        return Type(found.dotted) if found else NOTHING

    def _subscripted(self, annotation: Expression) -> Type:
        head, *indices = annotation.parts
        name = head.dotted.rpartition(".")[2]
        if name == "Literal":
            return NOTHING
        if name in {"Optional", "Union"}:
            return union(tuple(self.read(index) for index in indices))
        if name in {"type", "Type"} and indices:
            inner = self.read(indices[0])
            return Type(inner.name, inner.arguments, is_class=True)
        if name in TRANSPARENT and indices:
            return self.read(indices[-1] if name == "Coroutine" else indices[0])
        outer = self._named(head.dotted)
        return Type(outer.name, tuple(self.read(index) for index in indices)) if outer else outer
