"""The code base: the landscape with the facts of all files, resolved across files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from archlint.model.code.behaviour.anemia import Entity, entity
from archlint.model.code.behaviour.mutations import Outside
from archlint.model.code.ceremony.business import Business
from archlint.model.code.ceremony.crud import Cruds
from archlint.model.code.ceremony.relays import Relays
from archlint.model.code.ceremony.use_cases import UseCases
from archlint.model.code.classes.callers import Callers
from archlint.model.code.classes.functions import ProjectFunction, methods, plain_functions
from archlint.model.code.classes.instances import Instances
from archlint.model.code.classes.ports import Ports
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.classes.repositories import Outlet, Repositories
from archlint.model.code.conformance.implementations import (
    Implementation,
    Implementations,
    Pair,
    pairs,
)
from archlint.model.code.controller_evidence.alternatives import Alternatives, alternatives
from archlint.model.code.controller_evidence.callees import Callees
from archlint.model.code.controller_evidence.court import Case, Court
from archlint.model.code.controller_evidence.effects import Effects
from archlint.model.code.controller_evidence.exits import Exits
from archlint.model.code.controller_evidence.origin import Sources
from archlint.model.code.controller_evidence.pieces import Pieces
from archlint.model.code.controller_evidence.store import Store
from archlint.model.code.frameworks.bonds import Bonds
from archlint.model.code.handlers.finder import Finder
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.orm.imperative import imperatively_mapped
from archlint.model.code.orm.leaks import Leak, Leaks, Promise, Promises
from archlint.model.code.orm.tables import Tables
from archlint.model.code.roles.aggregates import Aggregates
from archlint.model.code.roles.carrying import carried
from archlint.model.code.roles.choosing import Choices
from archlint.model.code.roles.deciding import Roles, Surroundings, Verdict
from archlint.model.code.roles.identity import bare
from archlint.model.code.roles.keeping import Keeping, keeping
from archlint.model.code.roles.managing import Managing, sole
from archlint.model.facts.structure import Structure
from archlint.model.landscape import Landscape


@dataclass(frozen=True)
class Codebase(Landscape):
    """What checks ask: the landscape, and what the studied modules mean.

    `structures` is keyed by module name; a module that was not studied has no entry.
    """

    structures: Mapping[str, Structure] = field(default_factory=dict)

    @cached_property
    def classes(self) -> Classes:
        """The classes of the studied modules."""
        return Classes(self.names, self.by_name, self.structures, self.outlines)

    @cached_property
    def inference(self) -> Inference:
        """The types of expressions in the studied modules."""
        return Inference(self.classes, self.structures, self.by_name)

    @cached_property
    def functions(self) -> tuple[ProjectFunction, ...]:
        """Every function and method of the studied modules, nested ones included."""
        return tuple(self._functions())

    def _functions(self) -> Iterator[ProjectFunction]:
        for module in self.modules:
            if structure := self.structures.get(module.name):
                yield from plain_functions(module, structure)
        for owner in self.classes:
            yield from methods(owner)

    @cached_property
    def keeping(self) -> Keeping:
        """What the repositories of the project keep."""
        return keeping(self.classes, self.inference.annotations)

    @cached_property
    def roles(self) -> Roles:
        """The roles of the classes of the studied modules."""
        instances = Instances(self.classes, self.functions)
        spoken = carried(self.handlers, self.inference.annotations)
        around = Surroundings(self.keeping, instances, self.tables, spoken)
        choices = Choices(self.architecture.roles, self.spoken)
        return Roles(around, self.layer, choices.of)

    def role_of(self, owner: ProjectClass) -> Verdict:
        """Return what a class is for, with the evidence for it."""
        return self.roles.of(owner)

    @cached_property
    def aggregates(self) -> Aggregates:
        """Which entities are parts of others."""
        return Aggregates(self.classes, self.role_of, self.inference.members.field_type)

    @cached_property
    def managing(self) -> Managing:
        """What repositories manage."""

        def is_entity(known: ProjectClass) -> bool:
            return self.role_of(known).is_entity

        return Managing(self.classes, self.inference.annotations, is_entity)

    @cached_property
    def kept_parts(self) -> frozenset[str]:
        """The parts of aggregates for which there are repositories."""
        kept = (sole(managed) for _, managed in self.managing.repositories())
        return frozenset(x.known.dotted for x in kept if x and self.aggregates.part(x.known))

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the core that may change, with what others do to them."""
        owners = [owner for owner in self.classes if self._is_core_entity(owner)]
        attributes = frozenset(bare(field.name) for owner in owners for field in owner.fields)
        outside = Outside(self.inference, self.functions, self.environment, attributes)
        return tuple(entity(owner, self.role_of, outside) for owner in owners)

    def _is_core_entity(self, owner: ProjectClass) -> bool:
        layer = self.layer(owner.module.name)
        return layer is not None and layer.is_core and self.role_of(owner).is_entity

    @cached_property
    def handlers(self) -> tuple[Handler, ...]:
        """The functions of the studied modules through which the outside world comes in."""
        scenery = Scenery(self.functions, self.classes, self.inference)
        return tuple(Finder(scenery, self.structures, self.architecture, self.layer).find())

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """What speaks for business logic in each handler."""
        store = Store(self.inference, self.classes, self.tables)
        callees = Callees(self.inference, store, self.functions)
        effects = Effects(callees, store, Exits(self.classes.names, self.catalog))
        sources = Sources(self.inference, self.role_of, effects)
        pieces = Pieces(sources, self.callers, self.functions, self.handlers)
        court = Court(sources, pieces, self.architecture.domain_model)
        return tuple(court.case(handler) for handler in self.handlers)

    @cached_property
    def alternatives(self) -> Alternatives:
        """Whom handlers have for what they must not do themselves."""
        occupied = (name for name, x in self.structures.items() if x.classes or x.functions)
        return alternatives(self.classes, self.ports, occupied, self.layer)

    @cached_property
    def tables(self) -> Tables:
        """The classes that a mapper turns into rows."""
        return Tables(self.classes)

    @cached_property
    def mapped_elsewhere(self) -> frozenset[str]:
        """The full names of the classes that a mapper fills in without their knowing."""
        return imperatively_mapped(self.classes, self.functions, self.structures)

    @cached_property
    def ports(self) -> Ports:
        """The interfaces that the core owns."""
        return Ports(self.classes, self.roles, self.layer)

    @cached_property
    def use_cases(self) -> UseCases:
        """The classes of the application layer that do its work."""
        return UseCases(self.classes, self.roles, self.layer)

    @cached_property
    def relays(self) -> Relays:
        """Which methods do no more than to hand their call on."""
        return Relays(self.inference, self.role_of, self.layer)

    @cached_property
    def cruds(self) -> Cruds:
        """The contexts in which nothing is ever decided."""
        known = self.arrivals.acquaintances
        business = Business(
            self.entities, self.use_cases, self.functions, self.cases, self.relays, known
        )
        return Cruds(self.architecture, self.memberships, self.classes, business, self.keeping)

    @cached_property
    def implementations(self) -> tuple[Implementation, ...]:
        """The classes that say they implement a port."""
        return tuple(Implementations(self.classes, self.ports))

    @cached_property
    def kept_promises(self) -> tuple[Pair, ...]:
        """What ports promise, with the methods of their implementations."""
        return tuple(pairs(self.implementations))

    @cached_property
    def callers(self) -> Callers:
        """Which functions call which."""
        return Callers(self.functions, self.environment, self.inference)

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        """The methods and functions through which the rest gets what is stored."""
        repositories = Repositories(
            self.functions, self.classes, self.ports, self.callers, self.layer
        )
        return tuple(repositories.outlets())

    @cached_property
    def leaks(self) -> tuple[Leak, ...]:
        """What repositories and their like hand out that belongs to a mapper or driver."""
        leaks = Leaks(self.inference, self.tables)
        return tuple(leak for outlet in self.outlets for leak in leaks.of(outlet))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What the interfaces of the core say that belongs to a mapper or driver."""
        promises = Promises(self.inference, self.tables)
        return tuple(promise for port in self.ports for promise in promises.of(port))

    def is_core_table(self, dotted: str) -> bool:
        """Whether a class is a table that itself lies in the core."""
        known = self.classes.get(dotted)
        layer = self.layer(known.module.name) if known else None
        return layer is not None and layer.is_core and self.tables.mapper_of(dotted) is not None

    def is_promised(self, leak: Leak) -> bool:
        """Whether the interface of the core already says what leaks here."""
        return any(
            promise.method is leak.outlet.promise and promise.handed.target == leak.handed.target
            for promise in self.promises
        )

    def environment(self, function: ProjectFunction) -> Environment:
        """Return what the local names of a function stand for."""
        return self.inference.environment(function.module, function.fact, function.owner)

    @cached_property
    def bonds(self) -> Bonds:
        """What of the core is tied to a framework by more than an import."""
        return Bonds(self.classes, self.functions, self.structures, self.modules, self.arrivals)
