"""CRUD: contexts in which things are kept and shown, and nothing is ever decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.architecture import Architecture, DomainModel, Membership
from archlint.model.code.ceremony.business import Business
from archlint.model.code.ceremony.copies import concept_of
from archlint.model.code.ceremony.stretches import Stretch, stretches
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.roles.keeping import Keeping
from archlint.model.rule import Rule

RULE = "crud-only-app"
FEWEST_LAYERS = 3

Home = tuple[str, ...]
"""The context that a module lies in, () where there are none."""


@dataclass(frozen=True, slots=True)
class Crud:
    """A context without business: what it keeps, and what was written in order to keep that.

    `use_cases` are the methods of the stretch; `layers` the names of those that hold classes;
    `written` the classes of all layers that are about the things kept.
    """

    stretch: Stretch
    things: tuple[ProjectClass, ...]
    use_cases: int
    layers: tuple[str, ...]
    written: tuple[ProjectClass, ...]


@dataclass(frozen=True)
class Cruds:
    """Finds the contexts of a program that are CRUD behind layers."""

    architecture: Architecture
    memberships: Mapping[str, Membership]
    classes: Classes
    business: Business
    keeping: Keeping

    def found(self, fewest_use_cases: float) -> Iterator[Crud]:
        """Yield the contexts in three layers or more that have so many use cases, and no rule.

        Where models are tables on purpose, to be kept is what they are for; and snapshots with
        functions have no layers to spare.
        """
        if self.architecture.domain_model is not DomainModel.RICH:
            return
        for crud in self._idle:
            if crud.use_cases >= fewest_use_cases and len(crud.layers) >= FEWEST_LAYERS:
                yield crud

    def are_told(self, home: tuple[str, ...], rule: Rule) -> bool:
        """Whether crud-only-app is judged beside a rule and tells of a context.

        That nothing there has behaviour is the same cause, and is told once.
        """
        beside = rule.beside.get(RULE)
        if beside is None:
            return False
        cruds = self.found(beside.number("min-use-cases"))
        return any(crud.stretch.home == home for crud in cruds)

    @cached_property
    def _idle(self) -> tuple[Crud, ...]:
        """The contexts that keep something and decide nothing."""
        homes = tuple(stretches(self.business.use_cases, self.memberships))
        idle = self._without_business({stretch.home for stretch in homes})
        cruds = (self._crud(stretch) for stretch in homes if stretch.home in idle)
        return tuple(crud for crud in cruds if crud.things)

    def _without_business(self, homes: Iterable[Home]) -> set[Home | None]:
        """Return those contexts of some in which nothing speaks for business.

        What lies in others, or where business was seen before, is not looked at any more.
        """
        idle: set[Home | None] = set(homes)
        for sign in self.business.signs(lambda module: self._home(module) in idle):
            idle.discard(self._home(sign.module))
            if not idle:
                break
        return idle

    def _crud(self, stretch: Stretch) -> Crud:
        lying = self._lying.get(stretch.home, ())
        here = sorted(lying, key=lambda owner: (owner.module.path, owner.fact.line))
        kept = tuple(filter(self._is_thing, here))
        things = tuple(t for t in kept if not any(t in other.lineage[1:] for other in kept))
        concepts = {concept_of(thing.name) for thing in things}
        layers = {self.memberships[c.module.name].layer.name: None for c in here}
        return Crud(
            stretch=stretch,
            things=things,
            use_cases=sum(
                1 for owner in stretch.owners for _ in self.business.relays.entries(owner)
            ),
            layers=tuple(layers),
            written=tuple(c for c in here if concept_of(c.name) in concepts),
        )

    @cached_property
    def _lying(self) -> Mapping[Home | None, list[ProjectClass]]:
        """The classes by the contexts that they lie in."""
        found: dict[Home | None, list[ProjectClass]] = defaultdict(list)
        for owner in self.classes:
            found[self._home(owner.module.name)].append(owner)
        return found

    @cached_property
    def _entities(self) -> frozenset[ProjectClass]:
        return frozenset(found.owner for found in self.business.entities)

    def _is_thing(self, owner: ProjectClass) -> bool:
        """Whether a class of the core is an entity, or what a repository keeps."""
        layer = self.memberships[owner.module.name].layer
        if not layer.is_core or self.business.is_enum(owner):
            return False
        return owner in self._entities or owner.dotted in self.keeping.roots

    def _home(self, module: str) -> Home | None:
        member = self.memberships.get(module)
        return member.home if member else None
