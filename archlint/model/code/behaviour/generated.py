"""Generated methods: what the decorators of dataclasses and attrs write into a class."""

from collections.abc import Iterator
from dataclasses import dataclass

from archlint.model.code.classes.fields import Field, FieldOrigin
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind

_MAKERS = frozenset(
    {"dataclasses.dataclass", "pydantic.dataclasses.dataclass", "attrs.define", "attrs.mutable",
     "attr.define", "attr.mutable", "attr.s", "attr.attrs", "attr.dataclass", "attr.attributes"}
)  # fmt: skip
_LEFT_OUT = frozenset({"ClassVar", "InitVar", "KW_ONLY"})
_COMPARING = ("compare", "eq", "cmp")


@dataclass(frozen=True, slots=True)
class Maker:
    """The decorator that makes the methods of a class out of its fields."""

    owner: ProjectClass
    decorator: Expression

    @property
    def name(self) -> str:
        """The decorator as it is written, without its arguments."""
        is_called = self.decorator.kind is ExpressionKind.CALL
        return (self.decorator.callee if is_called else self.decorator).dotted

    @property
    def writes_equality(self) -> bool:
        """Whether it surely writes an `__eq__`, which it does unless the class has its own."""
        if defines(self.owner, "__eq__"):
            return False
        return self._says("eq") in {"", "True"} and self._says("cmp") in {"", "True"}

    @property
    def writes_hash(self) -> bool:
        """Whether it was told to make the hash of all fields, though they may change."""
        return "True" in {self._says("unsafe_hash"), self._says("hash")}

    def _says(self, option: str) -> str:
        """Return what an option is set to, "" where it is left out, "?" where that is unknown."""
        if self.decorator.kind is not ExpressionKind.CALL:
            return ""
        if any(argument.kind is ExpressionKind.STAR for argument in self.decorator.arguments):
            return "?"
        given = self.decorator.keyword(option)
        if given is None:
            return ""
        return given.text if given.kind is ExpressionKind.CONSTANT else "?"


def maker_of(owner: ProjectClass) -> Maker | None:
    """Return the decorator that makes the methods of a class, None where there is none."""
    for name, decorator in zip(owner.decorators, owner.fact.decorators, strict=True):
        if name in _MAKERS:
            return Maker(owner, decorator)
    return None


def compared(owner: ProjectClass) -> frozenset[str]:
    """Return the names of the fields that a generated `__eq__` compares, inherited ones included.

    Fields of ancestors that are no data classes themselves are unknown to the decorator.
    """
    names: dict[str, bool] = {}
    for heir in owner.lineage:
        if maker_of(heir):
            for field in _declared(heir):
                names.setdefault(field.name, _is_compared(field))
    return frozenset(name for name, counts in names.items() if counts)


def defines(owner: ProjectClass, name: str) -> bool:
    """Whether a class itself has a method of that name, or assigns one to it."""
    if owner.fact.method(name):
        return True
    return any(
        statement.kind is StatementKind.ASSIGN
        and any(target.text == name for target in statement.expressions[1:])
        for statement in owner.fact.body
    )


def _declared(owner: ProjectClass) -> Iterator[Field]:
    for field in owner.own_fields:
        if field.origin is not FieldOrigin.BODY:
            continue
        words = {part.text for part in field.annotation.walk()} if field.annotation else set()
        if (words or field.value) and not words & _LEFT_OUT:
            yield field


def _is_compared(field: Field) -> bool:
    if field.value is None or field.value.kind is not ExpressionKind.CALL:
        return True
    said = (field.value.keyword(option) for option in _COMPARING)
    return not any(value is not None and value.text != "True" for value in said)
