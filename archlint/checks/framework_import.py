"""Judges framework imports: the core knows a library that belongs outside."""

from collections.abc import Iterator

from archlint.model.catalog import Policy
from archlint.model.code.frameworks.arrivals import Acquaintance, Arrival
from archlint.model.codebase import Codebase
from archlint.model.facts.outline import ImportKind
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.rule import Rule

ADVICE = {
    "web": "keep {library} in a controller that calls this; raise errors of the domain here",
    "orm": "keep tables in the persistence layer and map them to plain classes there",
    "db-driver": "declare a repository interface here and implement it in the persistence layer",
    "settings": "pass the values in as arguments",
    "auth": "declare a password hasher or token issuer as an interface here, implement it outside",
    "validation": "use a dataclass that checks itself in __post_init__",
    "logging": "return the fact or record an event, and let the caller log it",
    "di": "take collaborators as constructor arguments and wire them in the composition root",
    "cli": "keep the command line in a controller that calls this",
    "test": "move the test code to the tests",
}
OTHERWISE = "declare an interface for what is needed of {library} here and implement it outside"


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module of the core and each library it ought not to know.

    What the list of a layer leaves out is another rule's.
    """
    for known in codebase.arrivals.acquaintances:
        if not codebase.arrivals.frameworks.is_off_list(known.layer, known.library.name):
            yield _finding(codebase, rule, known)


def _finding(codebase: Codebase, rule: Rule, known: Acquaintance) -> Finding:
    library, layer, first = known.library, known.layer, known.first
    place = first.dependency.place
    manner = f" {first.dependency.manner}" if first.dependency.manner else ""
    knows = layer.does("imports", "import") if _is_import(first) else layer.does("names", "name")
    copy = ", copied into the project" if first.is_copy else ""
    return Finding(
        rule=rule.name,
        place=place,
        module=known.module.name,
        layer=layer.name,
        target=library.name,
        severity=None if _is_denied(codebase, known) else Severity.WARNING,
        message=f"{knows} {first.external}{manner}, {library.described}{copy}",
        help=ADVICE.get(library.kind, OTHERWISE).format(library=library.name),
        evidence=tuple(dict.fromkeys(e for a in known.arrivals for e in _passed_on(a))),
        also=tuple(sorted({a.dependency.place for a in known.arrivals} - {place})),
        because=layer.because,
    )


def _is_import(arrival: Arrival) -> bool:
    return arrival.dependency.statement.kind is not ImportKind.TEXT


def _is_denied(codebase: Codebase, known: Acquaintance) -> bool:
    return any(
        codebase.arrivals.frameworks.imported(known.layer, arrival.external) is Policy.DENY
        and not arrival.dependency.is_soft
        for arrival in known.arrivals
    )


def _passed_on(arrival: Arrival) -> Iterator[Evidence]:
    if arrival.is_copy:
        return
    for place in arrival.dependency.symbol.reexports:
        yield Evidence(place.path, place.line, f"{arrival.external} is re-exported here")
