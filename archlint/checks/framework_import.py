"""Judges framework imports: the core knows a library that belongs outside."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer, Role
from archlint.model.catalog import Library, Policy
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
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
    """Yield one finding for each module of the core and each library it ought not to know."""
    found: dict[tuple[str, Library], list[Dependency]] = defaultdict(list)
    for dependency in codebase.dependencies:
        layer = codebase.layer(dependency.importer.name)
        library = codebase.catalog.find(dependency.library)
        if layer and library and _policy(codebase, layer, dependency) is not Policy.ALLOW:
            found[dependency.importer.name, library].append(dependency)
    for (module, library), dependencies in found.items():
        yield _finding(codebase, rule, codebase.memberships[module].layer, library, dependencies)


def _policy(codebase: Codebase, layer: Layer, dependency: Dependency) -> Policy:
    library = codebase.catalog.find(dependency.library)
    if library is None or layer.role is None or not layer.is_core or dependency.is_main_only:
        return Policy.ALLOW
    if layer.role is Role.DOMAIN and _is_model_framework(codebase, library):
        return Policy.ALLOW
    policy = codebase.catalog.policy(dependency.library, layer.role) or Policy.ALLOW
    is_tool = library.is_stdlib and policy is Policy.WARN
    return Policy.ALLOW if is_tool else policy


def _is_model_framework(codebase: Codebase, library: Library) -> bool:
    """Whether models that are tables on purpose are made of it."""
    if codebase.architecture.domain_model is not DomainModel.ACTIVE_RECORD:
        return False
    package = library.name.partition(".")[0]
    return any(
        other.kind == "orm" and other.name.partition(".")[0] == package
        for other in codebase.catalog.libraries.values()
    )


def _finding(
    codebase: Codebase, rule: Rule, layer: Layer, library: Library, found: list[Dependency]
) -> Finding:
    found = sorted(found, key=lambda dependency: (dependency.is_soft, dependency.place))
    first = found[0]
    denied = any(_policy(codebase, layer, d) is Policy.DENY and not d.is_soft for d in found)
    manner = f" {first.manner}" if first.manner else ""
    return Finding(
        rule=rule.name,
        place=first.place,
        module=first.importer.name,
        layer=layer.name,
        target=library.name,
        severity=None if denied else Severity.WARNING,
        message=f"{layer.does('imports', 'import')} {first.library}{manner}, {library.described}",
        help=ADVICE.get(library.kind, OTHERWISE).format(library=library.name),
        also=tuple(sorted({dependency.place for dependency in found} - {first.place})),
        because=layer.because,
    )
