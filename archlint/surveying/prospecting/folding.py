"""Folding: opinions of modules, told as opinions of the folders that hold them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.architecture.layers import Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.modules import Module
from archlint.surveying.prospecting.opinions import Assignment, Certainty, Opinion, Segments

LEAST_SHARE = 0.5
"""So much of a folder has to be of one opinion for it to be the opinion of the folder."""
MOST_DISSENT = 0.25
"""Where more of it is of another opinion, each part of the folder speaks for itself."""
MOST_HELD = 0.5
"""A folder that holds more of a program than this is the program rather than one of its layers."""


@dataclass(frozen=True)
class Folding:
    """The modules with something in them that no folder name places, out of a whole `program`.

    `taken` are the folders and modules that names place; a folder around one of them speaks for
    itself in parts.
    """

    program: Sequence[Module]
    modules: Sequence[Module]
    opinions: Mapping[str, Opinion]
    taken: frozenset[Segments]

    def assignments(self) -> Iterator[Assignment]:
        """Yield patterns for what the opinions say, folders before their parts."""
        for name in sorted(self._children[()]):
            yield from self._fold((name,))

    def _fold(self, folder: Segments) -> Iterator[Assignment]:
        below = self._below.get(folder, ())
        if opinion := self._joint(folder, below):
            yield Assignment(Pattern(".".join(folder)), opinion)
            yield from self._dissenting(below, opinion.role)
            return
        if folder in self._own and (own := self.opinions.get(".".join(folder))):
            yield from self._alone(folder, own)
        for name in sorted(self._children.get(folder, ())):
            yield from self._fold((*folder, name))

    def _joint(self, folder: Segments, below: Sequence[Module]) -> Opinion | None:
        is_all = len(below) > max(1, MOST_HELD * len(self.program))
        if len(below) == 1 or is_all or folder in self._around_taken:
            return None
        known = [x for module in below if (x := self.opinions.get(module.name))]
        vague = [opinion for opinion in known if opinion.certainty is Certainty.LOW]
        sure = [opinion for opinion in known if opinion.certainty is not Certainty.LOW]
        size = len(below)
        role = None
        if len(sure) >= MOST_DISSENT * size:
            role = _prevailing(sure, size - len(vague))
        role = role or _prevailing(known, size)
        return _summary([x for x in known if x.role is role], size) if role else None

    def _dissenting(self, below: Iterable[Module], role: Role) -> Iterator[Assignment]:
        for module in below:
            own = self.opinions.get(module.name)
            if own and own.role is not role and own.certainty is Certainty.HIGH:
                yield from self._alone(tuple(module.name.split(".")), own)

    def _alone(self, names: Segments, own: Opinion) -> Iterator[Assignment]:
        """Yield the pattern of one module without those below it.

        None means a file alone that lies beside a folder of its name.
        """
        if names not in self._inhabited:
            yield Assignment(Pattern(".".join(names)), own)
        elif names in self._packages:
            yield Assignment(Pattern(".".join((*names, "__init__"))), own)

    @cached_property
    def _inhabited(self) -> frozenset[Segments]:
        names = (tuple(module.name.split(".")) for module in self.program)
        return frozenset(each[:length] for each in names for length in range(len(each)))

    @cached_property
    def _packages(self) -> frozenset[Segments]:
        return frozenset(tuple(each.name.split(".")) for each in self.program if each.is_package)

    @cached_property
    def _own(self) -> frozenset[Segments]:
        return frozenset(tuple(module.name.split(".")) for module in self.modules)

    @cached_property
    def _children(self) -> Mapping[Segments, set[str]]:
        found: dict[Segments, set[str]] = defaultdict(set)
        for names in self._own:
            for length in range(len(names)):
                found[names[:length]].add(names[length])
        return found

    @cached_property
    def _below(self) -> Mapping[Segments, Sequence[Module]]:
        found: dict[Segments, list[Module]] = defaultdict(list)
        for module in self.modules:
            names = module.name.split(".")
            for length in range(1, len(names) + 1):
                found[tuple(names[:length])].append(module)
        return found

    @cached_property
    def _around_taken(self) -> frozenset[Segments]:
        return frozenset(names[:length] for names in self.taken for length in range(len(names) + 1))


def _prevailing(heard: Sequence[Opinion], size: int) -> Role | None:
    """Return the role that so many of a folder speak for, and so few against."""
    counts = Counter(opinion.role for opinion in heard)
    if not counts:
        return None
    role, count = counts.most_common(1)[0]
    is_enough = count >= LEAST_SHARE * size and len(heard) - count <= MOST_DISSENT * size
    return role if is_enough else None


def _summary(agreed: Sequence[Opinion], size: int) -> Opinion:
    """Return one opinion for many: the reason that most have, and how many that are."""
    reasons = Counter(opinion.why for opinion in agreed)
    why = reasons.most_common(1)[0][0]
    proven = sum(opinion.certainty is Certainty.HIGH for opinion in agreed)
    certainty = Certainty.HIGH if 2 * proven > size else Certainty.MEDIUM
    told = why if len(agreed) == size else f"{why} ({len(agreed)} of {size} modules)"
    return Opinion(agreed[0].role, certainty, told)
