"""Gathering: patterns that differ in one name, written as one with `{context}` or `*`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archlint.model.architecture.architecture import Architecture, TieError
from archlint.model.architecture.layers import CORE, Layer, Role
from archlint.model.architecture.patterns import CONTEXT, Pattern
from archlint.model.modules import Module
from archlint.surveying.prospecting.opinions import Assignment, Certainty, Segments

LEAST_CONTEXTS = 2
"""So many folders beside each other, each with layers of its own, are bounded contexts."""
LEAST_ALIKE = 3
"""So many patterns that differ in one name only become one with a `*`."""
ANY = "*"


def gathered(
    assignments: Sequence[Assignment], modules: Sequence[Module]
) -> tuple[Assignment, ...]:
    """Return fewer assignments that put every module where these put it."""
    tried = _Trial(modules, _roles(assignments, modules))
    current = tuple(assignments)
    for parent, children in sorted(_contexts(assignments).items()):
        wild = _Wild(parent, CONTEXT, children)
        before, current = current, tried.kept(current, tuple(_merged(current, wild, least=1)))
        if current == before:  # what single modules show may be true of them alone
            current = tried.kept(current, tuple(_merged_named(current, wild)))
    for parent in sorted(_alike(current)):
        wild = _Wild(parent, ANY)
        current = tried.kept(current, tuple(_merged(current, wild, least=LEAST_ALIKE)))
    return current


@dataclass(frozen=True)
class _Trial:
    """Tries patterns: they have to mean what the first ones meant."""

    modules: Sequence[Module]
    roles: Mapping[str, Role]

    def kept(
        self, before: tuple[Assignment, ...], after: tuple[Assignment, ...]
    ) -> tuple[Assignment, ...]:
        """Return the later assignments if they place all modules alike, or else the first."""
        return after if after != before and self._is_same(after) else before

    def _is_same(self, assignments: Sequence[Assignment]) -> bool:
        try:
            return _roles(assignments, self.modules) == self.roles
        except TieError:
            return False


def _roles(assignments: Iterable[Assignment], modules: Iterable[Module]) -> Mapping[str, Role]:
    patterns: dict[Role, list[Pattern]] = defaultdict(list)
    for each in assignments:
        patterns[each.role].append(each.pattern)
    layers = (Layer(role, 0, role, tuple(known)) for role, known in patterns.items())
    architecture = Architecture(tuple(layers))
    found = {module.name: architecture.membership(module) for module in modules}
    return {name: each.layer.role for name, each in found.items() if each and each.layer.role}


def _contexts(assignments: Iterable[Assignment]) -> Mapping[Segments, frozenset[str]]:
    """Return, by the folder they lie in, the folders that have the same layers of their own."""
    alike: dict[tuple[Segments, Segments, Role], set[str]] = defaultdict(set)
    roles: dict[Segments, set[Role]] = defaultdict(set)
    for each in assignments:
        names = each.pattern.segments
        for length in range(len(names) - 1):
            alike[names[:length], names[length + 1 :], each.role].add(names[length])
            roles[names[: length + 1]].add(each.role)
    found: dict[Segments, set[str]] = defaultdict(set)
    for (parent, _, role), children in alike.items():
        layered = {name for name in children if len(roles[*parent, name]) > 1}
        if role in CORE and len(layered) >= LEAST_CONTEXTS:
            found[parent] |= layered
    return {parent: frozenset(children) for parent, children in found.items()}


def _alike(assignments: Iterable[Assignment]) -> Iterator[Segments]:
    """Yield the folders below which many patterns of a role differ only in the next name."""
    found: dict[tuple[Segments, Segments, Role], int] = defaultdict(int)
    for each in assignments:
        names = each.pattern.segments
        for length in range(1, len(names) - 1):
            found[names[:length], names[length + 1 :], each.role] += 1
    yield from {key[0] for key, count in found.items() if count >= LEAST_ALIKE}


@dataclass(frozen=True)
class _Wild:
    """A wildcard for the names just below a folder, or only for some of them."""

    parent: Segments
    sign: str
    children: frozenset[str] | None = None

    def put_into(self, names: Segments) -> Segments:
        """Return the names with the wildcard in its place, if it has one among them."""
        length = len(self.parent)
        if names[:length] != self.parent or len(names) <= length + 1:
            return names
        name = names[length]
        is_meant = name not in {CONTEXT, ANY} if self.children is None else name in self.children
        return (*self.parent, self.sign, *names[length + 1 :]) if is_meant else names


def _merged(assignments: Iterable[Assignment], wild: _Wild, least: int) -> Iterator[Assignment]:
    """Yield the assignments, those in one that the wildcard makes equal, if they are enough."""
    groups: dict[tuple[Segments, Role], list[Assignment]] = defaultdict(list)
    for each in assignments:
        groups[wild.put_into(each.pattern.segments), each.role].append(each)
    for (names, _), members in groups.items():
        if len(members) < least:
            yield from members
        else:
            yield _joint(members, Pattern(".".join(names)))


def _merged_named(assignments: Sequence[Assignment], wild: _Wild) -> Iterator[Assignment]:
    yield from _merged([each for each in assignments if each.is_named], wild, least=1)
    yield from (each for each in assignments if not each.is_named)


def _joint(members: Sequence[Assignment], pattern: Pattern) -> Assignment:
    sure = all(each.opinion.certainty is Certainty.HIGH for each in members)
    certainty = Certainty.HIGH if sure else Certainty.MEDIUM
    opinion = replace(members[0].opinion, certainty=certainty)
    return Assignment(pattern, opinion, is_named=all(each.is_named for each in members))
