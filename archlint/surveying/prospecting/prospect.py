"""A prospect: the layers that a program seems to have, each pattern with what speaks for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import CORE, Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.codebase import Codebase
from archlint.model.modules import Module
from archlint.surveying.prospecting.cases import Witnesses
from archlint.surveying.prospecting.folding import Folding
from archlint.surveying.prospecting.gathering import gathered
from archlint.surveying.prospecting.neighbours import Neighbours
from archlint.surveying.prospecting.opinions import Assignment, Certainty, Opinion
from archlint.surveying.prospecting.ranking import Edges, backward, rings, storeys
from archlint.surveying.prospecting.signs import Signs
from archlint.surveying.prospecting.trunk import trunk
from archlint.surveying.prospecting.weighing import opinions

LEAST_SHARE = 0.5
"""So much of a program has to be placed where no folder name says that it has layers."""
MOST_LOOSE = 15
"""So many patterns of a layer may rest on signs alone: nobody looks through a longer list."""


@dataclass(frozen=True)
class Prospect:
    """Layers innermost first, and the assignments that they are made of.

    Of `imports` between layers `outward` ones break the order.
    """

    layers: tuple[Layer, ...]
    assignments: tuple[Assignment, ...]
    imports: int = 0
    outward: int = 0

    def of(self, layer: Layer) -> Iterator[Assignment]:
        """Yield the assignments that a layer is made of."""
        return (each for each in self.assignments if each.role is layer.role)


NOTHING = Prospect((), ())


def prospect(
    codebase: Codebase, named: Sequence[Layer], *, technical: bool, sure: bool = True
) -> Prospect:
    """Place what the folders of `named` do not, by what it imports and defines.

    `technical` layers stand one over the other upon tables; others are rings around a domain.
    Where names are not `sure` to mean layers, and the rest does not show these plainly, NOTHING is
    returned.
    """
    signs = Signs(codebase.modules, codebase.outlines, codebase.catalog)
    neighbours = Neighbours(codebase.dependencies, codebase.catalog)
    tables = Role.DOMAIN if technical else Role.PERSISTENCE
    witnesses = Witnesses(signs, neighbours, tables, trunk(codebase.modules))
    assignments = [*_named(named, codebase.modules, witnesses)]
    assignments += _weighed(named, codebase.modules, witnesses)
    if not (named and sure) and not _is_plain(assignments, codebase.modules, signs):
        return NOTHING
    return _ordered(
        tuple(_few(gathered(assignments, codebase.modules))),
        codebase.modules,
        neighbours.edges,
        technical=technical,
    )


def _ordered(
    assignments: tuple[Assignment, ...],
    modules: Iterable[Module],
    edges: Edges,
    *,
    technical: bool,
) -> Prospect:
    placed = _placed(_layers(assignments, dict.fromkeys(Role, 0)), modules)
    found = set(placed.values())
    held = tuple(each for each in assignments if each.role in found)
    ranks = storeys(found, edges, placed) if technical else rings(found)
    imports, outward = backward(edges, placed, ranks)
    return Prospect(_layers(held, ranks), held, imports, outward)


def _few(assignments: Iterable[Assignment]) -> Iterator[Assignment]:
    """Yield what names say, and of what signs alone say the surest of each layer."""
    order = list(Certainty)
    loose: dict[Role, list[Assignment]] = {}
    for each in assignments:
        if each.is_named:
            yield each
        else:
            loose.setdefault(each.role, []).append(each)
    for alike in loose.values():
        alike.sort(key=lambda each: order.index(each.opinion.certainty))
        yield from alike[:MOST_LOOSE]


def _layers(assignments: Iterable[Assignment], ranks: Mapping[Role, int]) -> tuple[Layer, ...]:
    known = tuple(assignments)
    return tuple(
        Layer(role.value, ranks[role], role, tuple(x.pattern for x in known if x.role is role))
        for role in sorted(ranks, key=lambda role: (ranks[role], role))
    )


def _placed(layers: Sequence[Layer], modules: Iterable[Module]) -> dict[str, Role]:
    architecture = Architecture(tuple(layers))
    found = {module.name: architecture.membership(module) for module in modules}
    return {name: each.layer.role for name, each in found.items() if each and each.layer.role}


def _weighed(
    named: Sequence[Layer], modules: Sequence[Module], witnesses: Witnesses
) -> Iterator[Assignment]:
    placed = _placed(named, modules)
    known = opinions(witnesses, modules, placed)
    left = [m for m in modules if m.name not in placed and not witnesses.signs.is_blank(m.name)]
    taken = frozenset(p.segments for layer in named for p in layer.patterns)
    yield from Folding(modules, left, known, taken).assignments()


def _named(
    named: Iterable[Layer], modules: Sequence[Module], witnesses: Witnesses
) -> Iterator[Assignment]:
    architecture = Architecture(tuple(named))
    below: dict[str, list[Module]] = {}
    for module in modules:
        if not witnesses.signs.is_blank(module.name) and architecture.membership(module):
            for text in _heads(module):
                below.setdefault(text, []).append(module)
    for layer in architecture.layers:
        for pattern in layer.patterns:
            if layer.role:
                held = below.get(pattern.text, ())
                opinion = _by_name(pattern, layer.role, held, witnesses)
                yield Assignment(pattern, opinion, is_named=True)


def _heads(module: Module) -> Iterator[str]:
    names = module.name.split(".")
    return (".".join(names[:length]) for length in range(1, len(names) + 1))


def _by_name(
    pattern: Pattern, role: Role, modules: Sequence[Module], witnesses: Witnesses
) -> Opinion:
    """Return the opinion that a name gives, less sure where what lies there speaks against it."""
    word = pattern.segments[-1]
    if role not in CORE or role is witnesses.tables:
        return Opinion(role, Certainty.HIGH, f"by the name {word}")
    foreign = [m for m in modules if witnesses.neighbours.libraries.get(m.name)]
    if 2 * len(foreign) <= len(modules):
        return Opinion(role, Certainty.HIGH, f"by the name {word}")
    told = f"by the name {word}, though {len(foreign)} of {len(modules)} modules know frameworks"
    return Opinion(role, Certainty.MEDIUM, told)


def _is_plain(assignments: Sequence[Assignment], modules: Sequence[Module], signs: Signs) -> bool:
    """Whether signs show layers: folders, a core, a way in, and most of the program placed."""
    roles = {each.role for each in assignments} - {Role.COMPOSITION, Role.SHARED}
    is_flat = all(len(module.name.split(".")) == 1 for module in modules)
    telling = [module for module in modules if not signs.is_blank(module.name)]
    layers = _layers(assignments, dict.fromkeys({a.role for a in assignments}, 0))
    placed = _placed(layers, telling)
    is_most = len(placed) >= LEAST_SHARE * len(telling)
    speaks = any(signs.speaks(name) for name, role in placed.items() if role is Role.CONTROLLERS)
    return not is_flat and is_most and speaks and bool(roles & CORE)
