"""Judges tests of the core: they need what the core itself can do without."""

from collections.abc import Iterator

from archlint.model.code.testing.couplings import Coupling
from archlint.model.code.testing.needs import Means
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each file of tests and each thing outside that it needs.

    What a shared fixture does to all tests unasked is told there, once.
    """
    for coupling in codebase.couplings:
        places = _places(coupling)
        yield Finding(
            rule=rule.name,
            place=places[0],
            module=coupling.module.name,
            layer=coupling.subject.layer.name,
            target=_target(coupling),
            message=_message(coupling),
            help=_help(codebase, coupling),
            evidence=tuple(_evidence(coupling)),
            also=places[1:],
            because=coupling.subject.layer.because,
        )


def _places(coupling: Coupling) -> tuple[Place, ...]:
    """Return where the file of tests itself says what it needs, in order."""
    routine = coupling.asking or (coupling.fixture and coupling.fixture.routine)
    if routine:
        return (Place(coupling.module.path, routine.line, routine.column + 1),)
    return tuple(sorted({need.place for need in coupling.needs}))


def _target(coupling: Coupling) -> str:
    if coupling.fixture and not coupling.followers:
        return f"{coupling.fixture.module.name}.{coupling.fixture.routine.name}"
    return coupling.needs[0].target


def _message(coupling: Coupling) -> str:
    deed, layer = coupling.needs[0].deed, coupling.subject.layer.name
    if coupling.fixture is None:
        return f"a test of {layer} {deed}"
    name = coupling.fixture.routine.name
    if not coupling.followers:
        return f"a test of {layer} asks for the fixture {name}, which {deed}"
    files = len(coupling.followers)
    where = f"{files} files" if files > 1 else "a file"
    return f"the fixture {name} is in force for {where} with tests of the core, and {deed}"


def _help(codebase: Codebase, coupling: Coupling) -> str:
    need, subject = coupling.needs[0], coupling.subject
    if coupling.followers and coupling.fixture:
        return (
            f"let the tests that need {coupling.fixture.routine.name} ask for it, "
            "so that those of the core run without"
        )
    if port := need.symbol and codebase.remedies.port(need.symbol, subject.layer):
        return f"give {subject.modules[0]} a fake that implements {port}"
    if need.outer and need.symbol:
        name = need.symbol.name.rpartition(".")[2] or need.symbol.module
        return (
            f"let the test itself stand in for {name}, which is tried in tests of {need.outer.name}"
        )
    return f"try {subject.modules[0]} {_ELSE[need.means]}"


_ELSE = {
    Means.STORE: "with objects in memory; what takes a database is an integration test",
    Means.CONTAINER: "with objects in memory; what takes a server is an integration test",
    Means.REQUEST: "by calling it; what takes requests is a test of the controllers",
}


def _evidence(coupling: Coupling) -> Iterator[Evidence]:
    if fixture := coupling.fixture:
        if not coupling.followers:
            text = f"the fixture {fixture.routine.name} is defined here"
            yield Evidence(fixture.module.path, fixture.routine.line, text)
        for need in coupling.needs:
            yield Evidence(need.place.path, need.place.line, need.deed)
    for module in coupling.followers:
        yield Evidence(module.path, 1, "has tests of the core")
