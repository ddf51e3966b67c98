"""The code base: the facts of all files, placed in the architecture and resolved across files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from archlint.model.architecture.architecture import Architecture, Membership
from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Catalog
from archlint.model.code.behaviour.anemia import Entity, entity
from archlint.model.code.behaviour.mutations import Outside
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
from archlint.model.code.contexts.borders import Borders
from archlint.model.code.controller_evidence.alternatives import Alternatives, alternatives
from archlint.model.code.controller_evidence.court import Case, Court
from archlint.model.code.controller_evidence.origin import Sources
from archlint.model.code.controller_evidence.pieces import Pieces
from archlint.model.code.controller_evidence.store import Store
from archlint.model.code.cycles.grains import Parts
from archlint.model.code.cycles.knots import Knots
from archlint.model.code.cycles.permitted import Permitted
from archlint.model.code.frameworks.arrivals import Arrivals
from archlint.model.code.frameworks.bonds import Bonds
from archlint.model.code.frameworks.policies import Frameworks
from archlint.model.code.frameworks.quoted import Quoted
from archlint.model.code.handlers.finder import Finder
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.names.crossings import Crossings
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.knowledge import Knowledge, UsesReader, nothing
from archlint.model.code.names.outward import Outward
from archlint.model.code.names.remedies import Remedies
from archlint.model.code.names.resolution import Names
from archlint.model.code.orm.imperative import imperatively_mapped
from archlint.model.code.orm.leaks import Leak, Leaks, Promise, Promises
from archlint.model.code.orm.tables import Tables
from archlint.model.code.roles.carrying import carried
from archlint.model.code.roles.deciding import Roles, Surroundings, Verdict
from archlint.model.code.roles.keeping import Keeping, keeping
from archlint.model.contracts import BrokenContract
from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.graph import GraphBuilder
from archlint.model.modules import Module, Unreadable


@dataclass(frozen=True)
class Codebase:
    """What checks ask.

    `memberships`, `outlines` and `structures` are keyed by module name; a module without an entry
    belongs to no layer, could not be read, or was not studied. `build_graph` makes the import graph
    of the edges (importer, imported) that it is given.
    """

    architecture: Architecture
    catalog: Catalog
    modules: tuple[Module, ...]
    memberships: Mapping[str, Membership]
    outlines: Mapping[str, Outline]
    build_graph: GraphBuilder
    structures: Mapping[str, Structure] = field(default_factory=dict)
    unreadable: tuple[Unreadable, ...] = ()
    broken_contracts: tuple[BrokenContract, ...] = ()
    read_uses: UsesReader = nothing

    @cached_property
    def names(self) -> Names:
        """Name resolution across the project."""
        return Names(self.modules, self.outlines)

    @cached_property
    def by_name(self) -> Mapping[str, Module]:
        """Modules by name."""
        return {module.name: module for module in self.modules}

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
        return Roles(around, self.layer, self.architecture.roles)

    def role_of(self, owner: ProjectClass) -> Verdict:
        """Return what a class is for, with the evidence for it."""
        return self.roles.of(owner)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the core that may change, with what others do to them."""
        return tuple(self._entities())

    def _entities(self) -> Iterator[Entity]:
        outside = Outside(self.classes, self.functions, self.environment, self.inference.type_of)
        for owner in self.classes:
            layer = self.layer(owner.module.name)
            if layer and layer.is_core and self.role_of(owner).is_entity:
                yield entity(owner, self.role_of, outside)

    @cached_property
    def handlers(self) -> tuple[Handler, ...]:
        """The functions of the studied modules through which the outside world comes in."""
        scenery = Scenery(self.functions, self.classes, self.inference)
        return tuple(Finder(scenery, self.structures, self.architecture, self.layer).find())

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """What speaks for business logic in each handler."""
        store = Store(self.inference, self.classes, self.tables)
        sources = Sources(self.inference, store, self.role_of)
        pieces = Pieces(sources, self.callers, self.functions, self.handlers)
        court = Court(sources, pieces, self.catalog, self.architecture.domain_model)
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

    def layer(self, module: str) -> Layer | None:
        """Return the layer of a module, None when it belongs to none."""
        membership = self.memberships.get(module)
        return membership.layer if membership else None

    @cached_property
    def dependencies(self) -> tuple[Dependency, ...]:
        """Every name that every module knows, resolved, in the order of the modules."""
        return self._knowledge.dependencies

    @cached_property
    def outward(self) -> Outward:
        """The breaches of the dependency rule."""
        return Outward(self._knowledge, Crossings(self.names, self.layer), self.layer)

    @cached_property
    def remedies(self) -> Remedies:
        """What can be done about a breach of the dependency rule."""
        return Remedies(self.names, self.outlines, self.layer)

    @cached_property
    def _knowledge(self) -> Knowledge:
        return Knowledge(self.names, self.outlines, self.layer, self.read_uses)

    @cached_property
    def arrivals(self) -> Arrivals:
        """What imports bring in from outside the project."""
        frameworks = Frameworks(self.catalog, self.architecture.domain_model)
        quoted = Quoted(self.names, self.outlines, self.read_uses, self.catalog)
        known, module = self.dependencies, self.by_name.get
        return Arrivals(known, self.names, module, self.layer, frameworks, quoted)

    @cached_property
    def bonds(self) -> Bonds:
        """What of the core is tied to a framework by more than an import."""
        return Bonds(self.classes, self.functions, self.structures, self.modules, self.arrivals)

    @cached_property
    def knots(self) -> Knots:
        """The parts that depend on one another by imports which no other rule forbids."""
        permitted = Permitted(self.dependencies, self.memberships, self.by_name)
        return Knots(permitted, Parts(self.memberships))

    @cached_property
    def borders(self) -> Borders:
        """What parts may know of one another beyond the order of the rings."""
        return Borders(self.architecture, self.modules, self.memberships)

    @cached_property
    def unlayered(self) -> tuple[Module, ...]:
        """The modules that belong to no layer."""
        return tuple(m for m in self.modules if m.name not in self.memberships)

    @cached_property
    def holes(self) -> tuple[Module, ...]:
        """The modules of no layer that a layer could claim: all but those with nothing in them."""
        return tuple(module for module in self.unlayered if not self._is_blank(module))

    def _is_blank(self, module: Module) -> bool:
        """Whether it imports and defines nothing, as the `__init__` of many a package."""
        outline = self.outlines.get(module.name)
        return outline is not None and not outline.imports and not outline.definitions
