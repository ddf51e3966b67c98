"""Judges framework imports: the core knows a library that belongs outside."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.rule import Rule

ADVICE = {
    "web": "raise an error of the domain and let the controller translate it",
    "orm": "keep tables in the persistence layer and map them to plain classes there",
    "db-driver": "declare a repository interface here and implement it in the persistence layer",
    "settings": "pass the values in as arguments",
    "auth": "declare an interface such as a password hasher here and implement it outside",
    "validation": "use a dataclass that checks itself in __post_init__",
    "logging": "return the fact or record an event, and let the caller log it",
    "di": "take collaborators as constructor arguments and wire them in the composition root",
    "cli": "keep the command line in a controller that calls this",
    "test": "move the test code to the tests",
}
OTHERWISE = "declare an interface for what is needed of {library} here and implement it outside"


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each module of the core and each library it ought not to know."""
    found: dict[tuple[str, str], list[Dependency]] = defaultdict(list)
    for dependency in codebase.dependencies:
        layer = codebase.layer(dependency.importer.name)
        if layer and layer.is_core and _policy(codebase, layer, dependency) is not Policy.ALLOW:
            library = codebase.catalog.find(dependency.library)
            if library:
                found[dependency.importer.name, library.name].append(dependency)
    for (module, name), dependencies in found.items():
        layer = codebase.memberships[module].layer
        yield _finding(codebase, rule, layer, codebase.catalog.libraries[name], dependencies)


def _policy(codebase: Codebase, layer: Layer, dependency: Dependency) -> Policy:
    if not dependency.library or layer.role is None or dependency.is_main_only:
        return Policy.ALLOW
    policy = codebase.catalog.policy(dependency.library, layer.role) or Policy.ALLOW
    library = codebase.catalog.find(dependency.library)
    if library and library.is_stdlib and policy is Policy.WARN:
        return Policy.ALLOW
    return policy


def _finding(
    codebase: Codebase, rule: Rule, layer: Layer, library: Library, found: list[Dependency]
) -> Finding:
    found = sorted(found, key=lambda dependency: (dependency.is_soft, dependency.place))
    first = found[0]
    denied = any(_policy(codebase, layer, d) is Policy.DENY and not d.is_soft for d in found)
    places = sorted({dependency.place for dependency in found} - {first.place})
    advice = ADVICE.get(library.kind, OTHERWISE).format(library=library.name)
    manner = f" {first.manner}" if first.manner else ""
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=layer.name,
        target=library.name,
        severity=None if denied else Severity.WARNING,
        message=f"{layer.name} imports {first.library}{manner}, a {library.kind} library",
        help=advice,
        also=tuple(places),
        because=layer.because,
    )
