"""Business: where a program decides, computes or refuses, rather than keep and show."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Role
from archlint.model.code.behaviour.anemia import Entity
from archlint.model.code.behaviour.decisions import decisions
from archlint.model.code.behaviour.state import is_bookkeeping
from archlint.model.code.behaviour.values import is_weighing
from archlint.model.code.behaviour.writes import Manner, Write, writes
from archlint.model.code.ceremony.keepers import is_keeper
from archlint.model.code.ceremony.relays import Relays
from archlint.model.code.ceremony.substance import has_rules
from archlint.model.code.ceremony.use_cases import CALLED, UseCases
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.exhibits import Evidence
from archlint.model.code.frameworks.arrivals import Acquaintance
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk
from archlint.model.facts.structure import Function

_SILENT = frozenset(
    {ClassRole.PORT, ClassRole.EXCEPTION, ClassRole.DTO, ClassRole.MESSAGE, ClassRole.RECORD,
     ClassRole.FRAMEWORK, ClassRole.SEEDWORK}
)  # fmt: skip
_PAGING = re.compile(r"page|offset|limit|skip|size|total|count|per_page|index", re.IGNORECASE)
_COMPUTING = frozenset({"+", "-", "*", "/", "//", "%", "**"})
_GRAVE = frozenset({Evidence.GUARD, Evidence.ARITH, Evidence.MUTATE, Evidence.BRANCH})
_TESTING = frozenset({StatementKind.IF, StatementKind.WHILE, StatementKind.ASSERT})
_SERVING = frozenset({"auth", "http-client", "queue", "cloud", "saas"})
_TEXTS = frozenset({ExpressionKind.STRING, ExpressionKind.FORMATTED, ExpressionKind.LIST})


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that is no mere keeping and showing; `text` says what, `module` where."""

    module: str
    line: int
    text: str


@dataclass(frozen=True)
class Business:
    """Looks for the business of a program in all its layers."""

    entities: Iterable[Entity]
    use_cases: UseCases
    functions: Iterable[ProjectFunction]
    cases: Iterable[Case]
    relays: Relays
    acquaintances: Iterable[Acquaintance] = ()

    def signs(self, matters: Callable[[str], bool]) -> Iterator[Sign]:
        """Yield what speaks for business in the modules that matter.

        Each is asked about when its turn comes, so that what was found may change the answer.
        """
        for module, signs in self._places():
            if matters(module):
                yield from signs

    def _places(self) -> Iterator[tuple[str, Iterator[Sign]]]:
        """Yield all that may speak for business with its module; only who reads on looks."""
        for owner in filter(self._is_domain, self.relays.inference.classes):
            yield owner.module.name, self._ruled(owner)
        for function in self.functions:
            yield function.module.name, self._worked_out(function)
        for owner in self.use_cases:
            yield owner.module.name, self._sent(owner)
        for known in self.acquaintances:
            yield known.module.name, _served(known)
        for case in self.cases:
            yield case.handler.function.module.name, _decided(case)
        for found in self.entities:
            yield found.owner.module.name, _lived(found)

    def is_enum(self, owner: ProjectClass) -> bool:
        """Whether a class only names values."""
        return self.relays.role_of(owner).role is ClassRole.ENUM

    def _ruled(self, owner: ProjectClass) -> Iterator[Sign]:
        if self.relays.role_of(owner).role not in _SILENT and has_rules(owner):
            yield Sign(owner.module.name, owner.fact.line, f"{owner.name} has rules")

    def _worked_out(self, function: ProjectFunction) -> Iterator[Sign]:
        layer = self.relays.layer_of(function.module.name)
        is_dunder = function.fact.name.startswith("__") and function.fact.name != CALLED
        if layer and layer.is_core and not is_dunder and _works_out(function.fact):
            yield _sign(function, f"{function.fact.qualname}() works something out")

    def _sent(self, owner: ProjectClass) -> Iterator[Sign]:
        """Yield the collaborators of a use case that do something else than to keep things."""
        team = self.relays.teams.of(owner)
        for name, held in self.relays.teams.given(owner):
            known = [
                self.relays.inference.classes.get(member.name) for member in held.members()
            ] or [None]
            if name in team.collaborators and not all(
                is_keeper(name, each) or self._is_use_case(each) for each in known
            ):
                yield Sign(owner.module.name, owner.fact.line, f"{owner.name} works with {name}")

    def _is_use_case(self, known: ProjectClass | None) -> bool:
        """Whether a collaborator is judged by itself."""
        if known is None or self.relays.role_of(known).role is ClassRole.PORT:
            return False
        return self.use_cases.lie_in(known.module)

    def _is_domain(self, owner: ProjectClass) -> bool:
        layer = self.relays.layer_of(owner.module.name)
        return layer is not None and layer.role is Role.DOMAIN


def _served(known: Acquaintance) -> Iterator[Sign]:
    """Yield a library that does something for use cases: issues a token, asks another program."""
    if known.library.kind in _SERVING and known.layer.role is Role.APPLICATION:
        line = known.first.dependency.statement.line
        yield Sign(known.module.name, line, f"{known.library.name} does something for it")


def _decided(case: Case) -> Iterator[Sign]:
    if any(exhibit.evidence in _GRAVE for exhibit in case.exhibits):
        function = case.handler.function
        yield _sign(function, f"{function.fact.name}() decides")


def _lived(found: Entity) -> Iterator[Sign]:
    owner = found.owner
    if found.has_behaviour or found.keeps_invariants:
        yield Sign(owner.module.name, owner.fact.line, f"{owner.name} has behaviour")
    if any(not culprit.is_plain for culprit in found.culprits):
        yield Sign(owner.module.name, owner.fact.line, f"others decide for {owner.name}")


def _works_out(fact: Function) -> bool:
    if any(True for _ in decisions(fact)):
        return True
    if any(_weighs(statement) for statement in walk(fact.body)):
        return True
    if any(_moves(write) for write in writes(fact)):
        return True
    return any(_computes(part) for part in expressions_in(fact.body))


def _weighs(statement: Statement) -> bool:
    if statement.kind is StatementKind.AUGMENT:
        return not _is_paging(statement.expressions[0])
    if statement.kind not in _TESTING:
        return False
    return any(is_weighing(part) for part in statement.expressions[0].walk())


def _moves(write: Write) -> bool:
    """Whether something is brought into another state: `order.status = "sent"`."""
    is_own = write.receiver.dotted.startswith("self")
    is_worked_out = write.manner in {Manner.DERIVED, Manner.AUGMENTED}
    return is_worked_out and not is_own and not is_bookkeeping(write.attribute)


def _computes(part: Expression) -> bool:
    if part.kind is ExpressionKind.CONDITIONAL:
        return any(is_weighing(inner) for inner in part.parts[0].walk())
    if part.kind is not ExpressionKind.OPERATION or part.text not in _COMPUTING:
        return False
    inside = [*part.walk()]
    return not any(p.kind in _TEXTS for p in inside) and not any(map(_is_paging, inside))


def _is_paging(part: Expression) -> bool:
    return bool(part.text and _PAGING.search(part.text))


def _sign(function: ProjectFunction, text: str) -> Sign:
    return Sign(function.module.name, function.fact.line, text)
