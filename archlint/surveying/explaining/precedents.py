"""A precedent: where the same code base has solved already what a finding is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from archlint.model.architecture.layers import Role
from archlint.model.code.behaviour.kinds import STRONG
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place

SHOWN_METHODS = 3


@dataclass(frozen=True, slots=True)
class Precedent:
    """A place where it is done as it is meant to be, and in words what is done there."""

    module: str
    place: Place
    text: str


Search = Callable[[Codebase], Iterator[Precedent]]


def precedent(codebase: Codebase, finding: Finding) -> Precedent | None:
    """Return the precedent that is nearest to a finding, None where there is none."""
    search = _SEARCHES.get(finding.rule)
    found = search(codebase) if search else iter(())
    elsewhere = (each for each in found if not _is_about(each, finding))
    return min(elsewhere, key=lambda each: _distance(each, finding), default=None)


def _is_about(each: Precedent, finding: Finding) -> bool:
    return (each.place.path, each.place.line) == (finding.place.path, finding.place.line)


def _distance(each: Precedent, finding: Finding) -> tuple[int, str, int]:
    """Return how far apart the modules lie, the deepest package that both share being the measure.

    Of equally near ones the first by name counts, so that the same question has the same answer.
    """
    ours, theirs = finding.module.split("."), each.module.split(".")
    shared = next((i for i, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), None)
    return -(min(len(ours), len(theirs)) if shared is None else shared), each.text, each.place.line


def _ports(codebase: Codebase) -> Iterator[Precedent]:
    """Yield the ports of the core that an outer class implements."""
    for found in codebase.implementations:
        layer = codebase.layer(found.adapter.module.name)
        if layer and not layer.is_core:
            port, adapter = found.port, found.adapter
            text = f"{port.dotted} says what is needed, and {adapter.dotted} implements it"
            yield _at(port, f"{text} in {layer.name}")


def _entities(codebase: Codebase) -> Iterator[Precedent]:
    """Yield the entities that keep their own rules."""
    for found in codebase.entities:
        strong = [m.fact.name for m, kind in found.methods if kind in STRONG and m.fact.is_public]
        if strong:
            shown = ", ".join(f"{name}()" for name in dict.fromkeys(strong[:SHOWN_METHODS]))
            yield _at(found.owner, f"{found.owner.dotted} keeps its own rules in {shown}")


def _handlers(codebase: Codebase) -> Iterator[Precedent]:
    """Yield the handlers in which nothing speaks for business logic, and whom they call."""
    clean = {case.handler.function for case in codebase.cases if not case.exhibits}
    for function in codebase.functions:
        layer = codebase.layer(function.module.name)
        if layer is None or layer.role is not Role.APPLICATION:
            continue
        for caller in codebase.callers.of(function.dotted):
            if caller in clean:
                place = Place(caller.module.path, caller.fact.line, caller.fact.column + 1)
                text = f"{caller.dotted} leaves the work to {function.dotted}"
                yield Precedent(caller.module.name, place, text)


def _repositories(codebase: Codebase) -> Iterator[Precedent]:
    """Yield the methods that keep the promise of a port and hand out nothing of a mapper."""
    leaking = {leak.outlet.function.dotted for leak in codebase.leaks}
    for outlet in codebase.outlets:
        function = outlet.function
        if outlet.port and function.fact.returns and function.dotted not in leaking:
            place = Place(function.module.path, function.fact.line, function.fact.column + 1)
            text = f"{function.dotted} hands out what {outlet.port.name} promises"
            yield Precedent(function.module.name, place, f"{text}, and nothing of the mapper")


def _at(owner: ProjectClass, text: str) -> Precedent:
    place = Place(owner.module.path, owner.fact.line, owner.fact.column + 1)
    return Precedent(owner.module.name, place, text)


def _for(search: Search, rules: Iterable[str]) -> Mapping[str, Search]:
    return dict.fromkeys(rules, search)


_SEARCHES: Mapping[str, Search] = {
    **_for(
        _ports,
        (
            *("outward-import", "outward-type-import", "outward-dynamic-import"),
            *("outward-reexport", "outward-chain", "concrete-dependency", "denied-library"),
            *("framework-import", "framework-chain", "framework-in-signature"),
            *("impure-domain", "orm-in-core", "orm-in-port"),
        ),
    ),
    **_for(_entities, ("anemic-entity", "data-only-entity", "outside-mutation")),
    **_for(
        _handlers,
        (
            *("fat-controller", "oversized-controller", "controller-persistence"),
            *("controller-transaction", "controller-skips-use-case", "orm-in-api"),
        ),
    ),
    **_for(_repositories, ("orm-leak", "lazy-query-leak")),
}
