"""Equality: whether the instances of an entity are the same by identity or by what they hold."""

from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.generated import Maker, compared, defines, maker_of
from archlint.model.code.behaviour.openness import Openness
from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.freezing import frozen_by
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.identity import NAMES, Identity, bare
from archlint.model.code.roles.words import SCHEMA_BASES
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import expressions_in
from archlint.model.facts.structure import Function

_WHOLE = frozenset({"vars", "asdict", "astuple", "model_dump", "__dict__"})
_NOT_COMPARED = frozenset({"__class__"})
_FEWEST_FIELDS = 2


@dataclass(frozen=True)
class Equality:
    """How the instances of `owner` are compared, which `identity` tells from all others."""

    owner: ProjectClass
    identity: Identity | None

    @cached_property
    def maker(self) -> Maker | None:
        """The decorator that writes its `__eq__`, None where none surely does."""
        found = maker_of(self.owner)
        return found if found and found.writes_equality else None

    @cached_property
    def overridden(self) -> tuple[ProjectClass, Function] | None:
        """The inherited `__eq__` by identity that a generated one replaces, with its class."""
        if self.maker is None or self._compares_identity_alone:
            return None
        for heir in self.owner.lineage[1:]:
            if found := heir.fact.method("__eq__"):
                return (heir, found) if self._is_by_identity(found) else None
            known = maker_of(heir)
            if known and known.writes_equality:
                return None
        return None

    @property
    def is_generated(self) -> bool:
        """Whether a decorator compares the state of what may change."""
        if self.maker is None or frozen_by(self.owner) or not compared(self.owner):
            return False
        return not self._compares_identity_alone

    @property
    def is_of_schema(self) -> bool:
        """Whether it is compared as pydantic compares models: by all fields."""
        outside = {name for name in self.owner.external_ancestors if not _is_neutral(name)}
        if not outside or outside - SCHEMA_BASES or frozen_by(self.owner):
            return False
        return not any(defines(heir, "__eq__") for heir in self.owner.lineage)

    @property
    def is_written_by_state(self) -> bool:
        """Whether its own `__eq__` compares all that it holds."""
        own = self.owner.fact.method("__eq__")
        if own is None or frozen_by(self.owner):
            return False
        if any(part.text in _WHOLE for part in expressions_in(own.body)):
            return True
        names = {field.name for field in self.owner.fields if not field.is_class_variable}
        return len(names) >= _FEWEST_FIELDS and names <= _looked_at(own)

    @property
    def lacks_hash(self) -> bool:
        """Whether it defines `__eq__` alone, which takes the inherited hash away."""
        if not self.owner.fact.method("__eq__") or defines(self.owner, "__hash__"):
            return False
        made = maker_of(self.owner)
        return not (made and made.writes_hash) and not frozen_by(self.owner)

    @property
    def unsteady(self) -> tuple[str, ...]:
        """The fields that its hash is made of although methods or anybody may change them."""
        if self.identity is None or frozen_by(self.owner):
            return ()
        known = Openness(self.owner)
        changing = {c.write.attribute for c in known.changes} | {f.name for f in known.open_fields}
        hashed = self._hashed - set(self.identity.fields)
        return tuple(f.name for f in self.owner.fields if f.name in hashed & changing)

    @property
    def _hashed(self) -> frozenset[str]:
        if own := self.owner.fact.method("__hash__"):
            return _looked_at(own)
        made = maker_of(self.owner)
        return compared(self.owner) if made and made.writes_hash else frozenset()

    @property
    def _compares_identity_alone(self) -> bool:
        names = compared(self.owner)
        return bool(names) and all(self._identifies(name) for name in names)

    def _is_by_identity(self, method: Function) -> bool:
        looked_at = _looked_at(method)
        return bool(looked_at) and all(self._identifies(name) for name in looked_at)

    def _identifies(self, name: str) -> bool:
        own = self.identity.fields if self.identity else ()
        return bare(name) in NAMES or name in own


def _looked_at(method: Function) -> frozenset[str]:
    """Return the attributes of its own instance that a method reads."""
    parts = tuple(expressions_in(method.body))
    called = {id(part.callee) for part in parts if part.kind is ExpressionKind.CALL}
    read = (self_attribute(part) for part in parts if id(part) not in called)
    return frozenset(name for name in read if name) - _NOT_COMPARED


def _is_neutral(external: str) -> bool:
    return external.startswith(("typing.", "abc.", "typing_extensions.", "builtins."))
