"""The arrangement: groups of modules put into rings, so that what was forbidden still is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from archlint.contracts.migration.components import Outward, components, rings
from archlint.contracts.migration.rulings import Group, Rulings, Stance
from archlint.model.architecture.faces import Face
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern, Subject


@dataclass(frozen=True)
class Drafted:
    """A layer of the settings to be, and the groups that it is made of."""

    layer: Layer
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Arrangement:
    """Layers innermost first, and where they say something else than the other tool."""

    rulings: Rulings
    drafted: tuple[Drafted, ...]

    @cached_property
    def looser(self) -> tuple[tuple[Group, Group], ...]:
        """Importing and imported groups that only the other tool keeps apart."""
        return tuple(self._differences(Stance.FORBIDDEN))

    @cached_property
    def stricter(self) -> tuple[tuple[Group, Group], ...]:
        """Importing and imported groups that only the layers keep apart."""
        return tuple(self._differences(Stance.PERMITTED, Stance.UNSAID))

    def permits(self, importer: str, imported: str) -> bool:
        """Whether the layers let one group import another, or its own parts one another."""
        one, other = self._layer_of[importer], self._layer_of[imported]
        if importer == imported:
            return not _is_apart_within(one)
        if any(layer.shuts_off(other, one) for layer in self._closed):
            return False
        return one.may_import(other) and not one.keeps_apart_from(other)

    def _differences(self, *stances: Stance) -> Iterator[tuple[Group, Group]]:
        for one in self.rulings.groups:
            for other in self.rulings.groups:
                wanted = self.rulings.stance(one.name, other.name) in stances
                if wanted and self.permits(one.name, other.name) is (Stance.FORBIDDEN in stances):
                    yield one, other

    @cached_property
    def _closed(self) -> tuple[Layer, ...]:
        return tuple(each.layer for each in self.drafted if each.layer.closed)

    @cached_property
    def _layer_of(self) -> Mapping[str, Layer]:
        return {group.name: each.layer for each in self.drafted for group in each.groups}


def arrange(rulings: Rulings, plain: Collection[str] = ()) -> Arrangement:
    """Put the groups into rings: a layer that another must not know stands further out.

    Where two forbid each other they stand side by side and are kept apart, if they can be. Where
    what is forbidden contradicts what is permitted elsewhere, the permission holds; circles of
    permissions end up in one ring. Layers that are `plain` have no wildcards of the other tool.
    """
    layers: dict[str, list[Group]] = defaultdict(list)
    for group in rulings.groups:
        layers[group.layer].append(group)
    stances = _Stances(rulings, layers)
    found = rings(tuple(layers), stances.loosened())
    apart = {name for name in layers if stances.stands_apart(name, _mates(name, found))}
    drafted = []
    for name, groups in layers.items():
        patterns = tuple(_patterns(groups, plain=name in plain))
        layer = Layer(name, found[name], None, patterns, independent=name in apart)
        drafted.append(Drafted(_bounded(layer, groups), tuple(groups)))
    within = {name for name in apart if stances.is_apart_within(name)}
    drafted = list(_starred(drafted, within))
    return Arrangement(rulings, tuple(sorted(drafted, key=lambda each: each.layer.ring)))


@dataclass(frozen=True)
class _Stances:
    """What holds between layers: what holds between any two of their groups."""

    rulings: Rulings
    layers: Mapping[str, Sequence[Group]]

    def loosened(self) -> Outward:
        """Return who stands further out, without what closes a circle and no permission backs."""
        outward = self._outward()
        of = {x: part for part in components(tuple(self.layers), outward) for x in part}
        return {
            one: {
                other: distance
                for other, distance in further.items()
                if not distance or of[one] != of[other] or self._is_permitted(other, one)
            }
            for one, further in outward.items()
        }

    def _is_permitted(self, one: str, other: str) -> bool:
        return self._between(one, other) is Stance.PERMITTED

    def _outward(self) -> dict[str, dict[str, int]]:
        found: dict[str, dict[str, int]] = {name: {} for name in self.layers}
        for one, other in self._spoken:
            if one == other:
                continue
            here, back = self._between(one, other), self._between(other, one)
            if here is Stance.FORBIDDEN and back is not Stance.FORBIDDEN:
                found[one][other] = 1
            elif here is Stance.PERMITTED:
                found[other].setdefault(one, 0)
        return found

    def stands_apart(self, name: str, mates: Iterable[str]) -> bool:
        pairs = [
            (self._between(name, mate), self._between(mate, name)) for mate in mates if mate != name
        ]
        if not pairs:
            return self.is_apart_within(name)
        return all(pair == (Stance.FORBIDDEN, Stance.FORBIDDEN) for pair in pairs)

    def is_apart_within(self, name: str) -> bool:
        groups = self.layers[name]
        return all(self.rulings.stance(x.name, x.name) is Stance.FORBIDDEN for x in groups)

    @cached_property
    def _spoken(self) -> Mapping[tuple[str, str], frozenset[Stance]]:
        found: dict[tuple[str, str], set[Stance]] = defaultdict(set)
        for one, other in self.rulings.said:
            layers = (self._layer[one], self._layer[other])
            found[layers].add(self.rulings.stance(one, other))
        return {pair: frozenset(stances) for pair, stances in found.items()}

    def _between(self, one: str, other: str) -> Stance:
        stances = self._spoken.get((one, other), frozenset())
        if Stance.FORBIDDEN in stances:
            return Stance.FORBIDDEN
        return Stance.PERMITTED if Stance.PERMITTED in stances else Stance.UNSAID

    @cached_property
    def _layer(self) -> Mapping[str, str]:
        return {group.name: group.layer for group in self.rulings.groups}


def _mates(name: str, found: Mapping[str, int]) -> list[str]:
    return [other for other, ring in found.items() if ring == found[name] and other != name]


def _patterns(groups: Iterable[Group], *, plain: bool) -> Iterable[Pattern]:
    return dict.fromkeys(p for g in groups for p in (g.patterns if plain else g.written))


def _bounded(layer: Layer, groups: Sequence[Group]) -> Layer:
    """Return the layer with the bounds that its groups have by themselves."""
    public = groups[0].public
    return replace(
        layer,
        closed=all(group.is_closed for group in groups),
        allowed_libraries=groups[0].libraries,
        face=None if public is None else Face(public),
    )


def _is_apart_within(layer: Layer) -> bool:
    """Whether the layer's own parts may not know one another: stars would make it one part."""
    return layer.independent and not all("**" in p.segments[:-1] for p in layer.patterns)


def _starred(drafted: Sequence[Drafted], within: Collection[str]) -> Iterator[Drafted]:
    """Make a layer that is kept apart from others one part, by a pattern that begins with `**`.

    Otherwise its own modules would be kept apart, too. A pattern above such a one needs the stars
    as well: one without wildcards would win over it.
    """
    starred = {
        pattern
        for each in drafted
        if each.layer.independent and each.layer.name not in within
        for pattern in each.layer.patterns
    }
    starred |= {
        pattern
        for each in drafted
        for pattern in each.layer.patterns
        if any(_is_above(pattern, other) for other in starred)
    }
    for each in drafted:
        patterns = tuple(_with_stars(p) if p in starred else p for p in each.layer.patterns)
        yield replace(each, layer=replace(each.layer, patterns=patterns))


def _is_above(pattern: Pattern, other: Pattern) -> bool:
    length = len(pattern.segments)
    return pattern.subject is other.subject and pattern.segments == other.segments[:length]


def _with_stars(pattern: Pattern) -> Pattern:
    if "**" in pattern.segments[:-1]:
        return pattern
    separator = "/" if pattern.subject is Subject.PATHS else "."
    return Pattern(f"**{separator}{pattern.text}", pattern.subject)
