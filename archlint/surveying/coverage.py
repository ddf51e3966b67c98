"""Coverage: how much of a code base the rules looked at."""

from collections import Counter
from collections.abc import Iterable

from archlint.model.audit import Coverage, IdleRule, LayerCoverage
from archlint.model.code.names.dependencies import Dependency
from archlint.model.codebase import Codebase
from archlint.model.rule import Rule
from archlint.surveying.subjects import idleness

BETWEEN_LAYERS = frozenset(
    {"outward-import", "outward-type-import", "outward-dynamic-import", "outward-reexport"}
)
LIBRARIES = frozenset({"framework-import", "unknown-library"})
LISTS = frozenset({"denied-library"})
CHAINS = frozenset({"outward-chain", "framework-chain"})
HOLES = frozenset({"unlayered-module"})


def coverage(codebase: Codebase, rules: Iterable[Rule]) -> Coverage:
    """Return what these rules, which are on, looked at."""
    active = tuple(rules)
    members = Counter(membership.layer.name for membership in codebase.memberships.values())
    return Coverage(
        modules=len(codebase.modules),
        layered_modules=len(codebase.memberships),
        blank_modules=len(codebase.unlayered) - len(codebase.holes),
        studied_modules=len(codebase.structures),
        unreadable=len(codebase.unreadable),
        imports=len(codebase.dependencies),
        judged_imports=_judged_imports(codebase, frozenset(rule.name for rule in active)),
        layers=tuple(
            LayerCoverage(x.name, x.ring, x.role and x.role.value, members[x.name])
            for x in codebase.architecture.layers
        ),
        rules=tuple(rule.name for rule in active),
        idle=tuple(
            IdleRule(rule.name, reason) for rule in active if (reason := idleness(codebase, rule))
        ),
    )


def _judged_imports(codebase: Codebase, rules: frozenset[str]) -> int:
    reached = _reached(codebase) if rules & CHAINS else frozenset()
    asked = _Asked(rules)
    return sum(1 for each in codebase.dependencies if asked.about(codebase, each, reached))


class _Asked:
    """What some rules ask about the ways imports lead."""

    def __init__(self, rules: frozenset[str]) -> None:
        self._between_layers = bool(rules & BETWEEN_LAYERS)
        self._out_of_layers = bool(rules & (CHAINS | HOLES))
        self._libraries = bool(rules & LIBRARIES)
        self._lists = bool(rules & LISTS)

    def about(self, codebase: Codebase, dependency: Dependency, reached: frozenset[str]) -> bool:
        """Whether one of the rules asks where an import leads."""
        here = codebase.layer(dependency.importer.name)
        if here is None:
            return dependency.importer.name in reached
        if target := dependency.target:
            is_layered = target in codebase.memberships
            return self._between_layers if is_layered else self._out_of_layers
        is_asked = self._libraries and here.is_core
        is_asked = is_asked or (self._lists and here.allowed_libraries is not None)
        return is_asked and bool(dependency.library)


def _reached(codebase: Codebase) -> frozenset[str]:
    """Return the modules of no layer through which chains from layers are followed."""
    imported: dict[str, list[str]] = {}
    for dependency in codebase.dependencies:
        if dependency.target and dependency.target not in codebase.memberships:
            imported.setdefault(dependency.importer.name, []).append(dependency.target)
    waiting = [name for name in imported if name in codebase.memberships]
    found: set[str] = set()
    while waiting:
        for target in imported.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return frozenset(found)
