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
    contexts = sorted(_contexts(assignments).items())
    for parent, children in contexts:
        current = tried.best(current, _Wild(parent, CONTEXT, least=1, children=children))
    for parent in sorted(_alike(current)):
        current = tried.best(current, _Wild(parent, ANY, LEAST_ALIKE))
    return current


@dataclass(frozen=True)
class _Trial:
    """Tries patterns: they have to mean what the first ones meant."""

    modules: Sequence[Module]
    roles: Mapping[str, Role]

    def best(self, before: tuple[Assignment, ...], wild: "_Wild") -> tuple[Assignment, ...]:
        """Return the assignments with a wildcard, or without it where it would move a module.

        What single modules show may be true of them alone: then names alone are tried.
        """
        for after in (tuple(_merged(before, wild)), tuple(_merged_named(before, wild))):
            if after != before and self._is_same(after):
                return after
        return before

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
    """A wildcard for the names just below a folder, or only for some of them.

    It stands for at least so many names at once.
    """

    parent: Segments
    sign: str
    least: int
    children: frozenset[str] | None = None

    def put_into(self, names: Segments) -> Segments:
        """Return the names with the wildcard in its place, if it has one among them."""
        length = len(self.parent)
        if names[:length] != self.parent or len(names) <= length + 1:
            return names
        name = names[length]
        is_meant = name not in {CONTEXT, ANY} if self.children is None else name in self.children
        return (*self.parent, self.sign, *names[length + 1 :]) if is_meant else names


def _merged(assignments: Iterable[Assignment], wild: _Wild) -> Iterator[Assignment]:
    """Yield the assignments, those in one that the wildcard makes equal, if they are enough."""
    groups: dict[tuple[Segments, Role], list[Assignment]] = defaultdict(list)
    for each in assignments:
        groups[wild.put_into(each.pattern.segments), each.role].append(each)
    for (names, _), members in groups.items():
        if len(members) < wild.least:
            yield from members
        else:
            yield _joint(members, Pattern(".".join(names)))


def _merged_named(assignments: Sequence[Assignment], wild: _Wild) -> Iterator[Assignment]:
    yield from _merged([each for each in assignments if each.is_named], wild)
    yield from (each for each in assignments if not each.is_named)


def _joint(members: Sequence[Assignment], pattern: Pattern) -> Assignment:
    sure = all(each.opinion.certainty is Certainty.HIGH for each in members)
    certainty = Certainty.HIGH if sure else Certainty.MEDIUM
    opinion = replace(members[0].opinion, certainty=certainty)
    return Assignment(pattern, opinion, is_named=all(each.is_named for each in members))
