"""The landscape: modules placed in the architecture, and what they know of one another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.architecture import Architecture, DomainModel, Membership
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.speaking import Spoken
from archlint.model.catalog import Catalog
from archlint.model.code.contexts.borders import Borders
from archlint.model.code.cycles.grains import Parts
from archlint.model.code.cycles.knots import Knots
from archlint.model.code.cycles.permitted import Permitted
from archlint.model.code.frameworks.arrivals import Arrivals
from archlint.model.code.frameworks.policies import Frameworks
from archlint.model.code.frameworks.quoted import Quoted
from archlint.model.code.names.crossings import Crossings
from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.knowledge import Knowledge, UsesReader, nothing
from archlint.model.code.names.outward import Outward
from archlint.model.code.names.remedies import Remedies
from archlint.model.code.names.resolution import Names
from archlint.model.code.testing.couplings import Coupling, Couplings
from archlint.model.code.testing.doubles import Doubles
from archlint.model.code.testing.fixtures import Fixtures
from archlint.model.code.testing.mirrors import Mirrors
from archlint.model.code.testing.needs import Needs
from archlint.model.code.testing.subjects import Subjects
from archlint.model.contracts import BrokenContract
from archlint.model.facts.outline import Outline
from archlint.model.facts.suites import Suite
from archlint.model.graph import GraphBuilder
from archlint.model.modules import Module, Unreadable

SuitesReader = Callable[[Sequence[Module]], Mapping[str, Suite]]
"""Reads files of tests, by the names of their modules: a port, because few rules ask for it."""


def _no_suites(_: Sequence[Module]) -> Mapping[str, Suite]:
    return {}


@dataclass(frozen=True)
class Landscape:
    """The modules of a project in their layers, and who knows whom.

    `memberships` and `outlines` are keyed by module name; a module without an entry belongs to no
    layer, or could not be read. `build_graph` makes the import graph of the edges (importer,
    imported) that it is given, `read_uses` tells how modules use what they import. `tests` are no
    part of the program; `read_suites` tells what they say.
    """

    architecture: Architecture
    catalog: Catalog
    modules: tuple[Module, ...]
    memberships: Mapping[str, Membership]
    outlines: Mapping[str, Outline]
    build_graph: GraphBuilder
    unreadable: tuple[Unreadable, ...] = ()
    broken_contracts: tuple[BrokenContract, ...] = ()
    read_uses: UsesReader = nothing
    tests: tuple[Module, ...] = ()
    read_suites: SuitesReader = _no_suites

    @cached_property
    def names(self) -> Names:
        """Name resolution across the project."""
        return Names(self.modules, self.outlines)

    @cached_property
    def by_name(self) -> Mapping[str, Module]:
        """Modules by name."""
        return {module.name: module for module in self.modules}

    @cached_property
    def by_path(self) -> Mapping[str, Module]:
        """Modules by path."""
        return {module.path: module for module in self.modules}

    @cached_property
    def layer(self) -> Callable[[str], Layer | None]:
        """Tells the layer of a module, None when it belongs to none; asked at every import."""
        return {module: member.layer for module, member in self.memberships.items()}.get

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """What comments say to archlint, in the order of the modules."""
        return tuple(_spoken(self.modules, self.outlines))

    @cached_property
    def spoken_in_tests(self) -> tuple[Spoken, ...]:
        """What comments in tests say to archlint; all files of tests are read for it."""
        return tuple(_spoken(self.tests, self.suites))

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
    def knots(self) -> Knots:
        """The parts that depend on one another by imports which no other rule forbids."""
        permitted = Permitted(self.dependencies, self.memberships, self.by_name)
        return Knots(permitted, Parts(self.memberships))

    @cached_property
    def borders(self) -> Borders:
        """What parts may know of one another beyond the order of the rings."""
        return Borders(self.architecture, self.modules, self.memberships)

    @cached_property
    def suites(self) -> Mapping[str, Suite]:
        """What the files of tests say."""
        return self.read_suites(self.tests)

    @cached_property
    def couplings(self) -> tuple[Coupling, ...]:
        """What tests of the core need of the outside; where models are tables, they may."""
        if self.architecture.domain_model is DomainModel.ACTIVE_RECORD:
            return ()
        suites, names = self.suites, self._names_in_tests
        fixtures = Fixtures(self.tests, suites, names)
        mirrors = Mirrors(self.modules, self.layer)
        subjects = Subjects(names, mirrors, self.layer, self.dependencies)
        needs = Needs(names, self.layer, self.remedies.is_harmless)
        found = Couplings(suites, fixtures, needs, subjects)
        return tuple(found.among(self.tests))

    @cached_property
    def doubles(self) -> Doubles:
        """What tests use in place of the program's own classes."""
        return Doubles(self.suites, self._names_in_tests)

    @cached_property
    def _names_in_tests(self) -> Names:
        """Name resolution across the project and its files of tests."""
        outlines = {name: Outline(imports=suite.imports) for name, suite in self.suites.items()}
        return Names((*self.modules, *self.tests), {**self.outlines, **outlines})

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


def _spoken(modules: Sequence[Module], facts: Mapping[str, Outline | Suite]) -> Iterator[Spoken]:
    for module in modules:
        if fact := facts.get(module.name):
            yield from (Spoken(module, remark) for remark in fact.remarks)
