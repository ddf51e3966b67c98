"""Relays: methods that hand their call on to somebody of another layer, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.behaviour.cohesion import ANYTHING, RoleOf, Teams
from archlint.model.code.ceremony.handing_on import handed_on
from archlint.model.code.ceremony.use_cases import CALLED
from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.ports import LayerOf
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.vocabulary import COMMANDING, LOOKING_UP
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.types import Type
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.shapes import is_abstract
from archlint.model.code.roles.words import words_of
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Function

_ANY_WORK = frozenset(
    {CALLED, "execute", "handle", "run", "invoke", "call", "process", "perform", "dispatch"}
)
_ASKING = LOOKING_UP - {"by", "check"} | {"list", "all", "count", "show", "view", "browse", "is",
                                          "has", "finder", "reader", "queries"}  # fmt: skip
_NO_ENTRY = frozenset({"property", "cached_property", "staticmethod", "classmethod", "setter"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A method by which others ask a class to do its work; `hands_to` is "" where it does that."""

    owner: ProjectClass
    fact: Function
    hands_to: str = ""
    asked: str = ""

    @property
    def name(self) -> str:
        """Its name with that of its class."""
        return f"{self.owner.name}.{self.fact.name}()"

    @property
    def is_question(self) -> bool:
        """Whether its name says that it only asks; where any use case has it, that of its class."""
        named = self.owner.name if self.fact.name in _ANY_WORK else self.fact.name
        first, *others = [word.lower() for word in words_of(named)] or [""]
        if first in _ASKING or first in COMMANDING:
            return first in _ASKING
        return bool(_ASKING & {*others}) and not COMMANDING & {*others}

    @property
    def text(self) -> str:
        """What it does, in words."""
        return f"{self.name} hands on to {self.asked}() of {self.hands_to}"


@dataclass(frozen=True)
class Relays:
    """Knows which methods do no more than to hand on."""

    inference: Inference
    role_of: RoleOf
    layer_of: LayerOf

    def entries(self, owner: ProjectClass) -> Iterator[Entry]:
        """Yield the methods by which others ask a class to do its work."""
        for fact in owner.fact.methods:
            if _is_entry(fact):
                yield self._entry(owner, fact)

    def _entry(self, owner: ProjectClass, fact: Function) -> Entry:
        call = handed_on(fact)
        if call is None or call.callee.kind is not ExpressionKind.ATTRIBUTE:
            return Entry(owner, fact)
        hands_to = self._receiver(ProjectFunction(owner.module, fact, owner), call.callee.parts[0])
        return Entry(owner, fact, hands_to, call.callee.text if hands_to else "")

    def _receiver(self, function: ProjectFunction, receiver: Expression) -> str:
        """Return the name of the collaborator that does the work, "" where it is none of them."""
        owner = function.owner
        field = self_attribute(_first(receiver))
        if owner is None or field not in self.teams.of(owner).collaborators:
            return ""
        environment = self.inference.environment(function.module, function.fact, owner)
        known = self.inference.type_of(environment, receiver)
        if not known or known.name in ANYTHING:
            return receiver.text
        told = [member.last for member in known.members() if self._is_elsewhere(owner, member)]
        return told[0] if len(told) == len(known.members()) else ""

    def _is_elsewhere(self, owner: ProjectClass, held: Type) -> bool:
        """Whether a class of the project is no neighbour: an interface, or of another layer.

        Who stands before others of its own layer is their facade; who wraps what is of its own
        kind decorates it; and what comes from outside the project has to be wrapped.
        """
        known = self.inference.classes.get(held.name)
        if known is None or known in owner.lineage:
            return False
        if any(above in known.lineage for above in owner.lineage[1:]):
            return False
        is_port = self.role_of(known).role is ClassRole.PORT
        return is_port or self.layer_of(known.module.name) != self.layer_of(owner.module.name)

    @cached_property
    def teams(self) -> Teams:
        """Who works for whom."""
        return Teams(self.inference.classes, self.role_of, self.inference)


def _is_entry(fact: Function) -> bool:
    if not fact.is_public and fact.name != CALLED:
        return False
    said = {decorator.dotted.rpartition(".")[2] for decorator in fact.decorators}
    return not said & _NO_ENTRY and not is_abstract(fact)


def _first(receiver: Expression) -> Expression:
    """Return `self.users` of `self.users.active`."""
    while receiver.kind is ExpressionKind.ATTRIBUTE and not self_attribute(receiver):
        receiver = receiver.parts[0]
    return receiver
