"""Claims: what a contract says of pairs of modules, each standing for all that lies below it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from archlint.contracts.migration.import_linter.options import (
    Level,
    expanded,
    levels,
    texts,
)
from archlint.contracts.migration.project import Project, is_at_or_below
from archlint.contracts.migration.rulings import Group, Rulings, Stance
from archlint.contracts.reading import Declared
from archlint.model.architecture.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of one module importing another."""

    importer: str
    imported: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Claims:
    """What a contract says, and the groups of modules that it speaks of."""

    by: str
    groups: tuple[Group, ...] = ()
    claims: tuple[Claim, ...] = ()


def added(rulings: Rulings, new: Claims, claims: Iterable[Claims]) -> Rulings:
    """Return the rulings with the groups of a contract; `claims` are all that hold then."""
    known = {group.name for group in rulings.groups}
    groups = (*rulings.groups, *(group for group in new.groups if group.name not in known))
    said: dict[tuple[str, str], dict[str, Stance]] = {}
    for each in claims:
        for claim in each.claims:
            for pair in _pairs(claim, groups):
                voices = said.setdefault(pair, {})
                if voices.get(each.by) is not Stance.FORBIDDEN:
                    voices[each.by] = claim.stance
    return Rulings(groups, said)


def _pairs(claim: Claim, groups: Iterable[Group]) -> Iterator[tuple[str, str]]:
    if claim.importer == claim.imported:
        yield claim.importer, claim.imported
        return
    importers = [g.name for g in groups if is_at_or_below(g.name, claim.importer)]
    imported = [g.name for g in groups if is_at_or_below(g.name, claim.imported)]
    for pair in ((one, other) for one in importers for other in imported):
        if pair[0] != pair[1]:
            yield pair


def layered(declared: Declared, by: str, project: Project) -> Claims:
    """Return what a layers contract says, container by container."""
    groups: list[Group] = []
    claims: list[Claim] = []
    for container, written in _containers(declared, project).items():
        block = [_present(level, container, project) for level in levels(declared)]
        tails = (tail for level in block for tail in level.tails)
        groups.extend(_group(container, tail, written, by) for tail in tails)
        claims += _between(block, container)
    return Claims(by, tuple(groups), tuple(dict.fromkeys(claims)))


def independent(declared: Declared, by: str, project: Project) -> Claims:
    """Return what an independence contract says.

    One that names every part of a package, by `pkg.*` or one by one, keeps the parts of it apart.
    """
    found = expanded(texts(declared, "modules"), project)
    packages = {name.rpartition(".")[0] for name in found}
    package = next(iter(packages), "")
    if len(packages) == 1 and package and found.keys() == project.children(package):
        own = _group("", package, "", by)
        return Claims(by, (own,), (Claim(package, package, Stance.FORBIDDEN),))
    claims = (Claim(a, b, Stance.FORBIDDEN) for a, b in permutations(found, 2) if _apart(a, b))
    return Claims(by, tuple(_group("", name, "", by) for name in found), tuple(claims))


def forbidden(declared: Declared, by: str, project: Project) -> Claims:
    """Return what a forbidden contract says of the project's own modules."""
    sources = expanded(texts(declared, "source_modules"), project)
    targets = expanded(texts(declared, "forbidden_modules"), project)
    pairs = [(a, b) for a in sources for b in targets if _apart(a, b)]
    names = dict.fromkeys(name for pair in pairs for name in pair)
    return Claims(
        by,
        tuple(_group("", name, "", by) for name in names),
        tuple(Claim(a, b, Stance.FORBIDDEN) for a, b in pairs),
    )


def _containers(declared: Declared, project: Project) -> dict[str, str]:
    containers = texts(declared, "containers")
    return expanded(containers, project) if containers else {"": ""}


def _present(level: Level, container: str, project: Project) -> Level:
    tails = (tail for tail in level.tails if _below(container, tail) in project.names)
    return Level(tuple(tails), level.is_independent)


def _group(container: str, tail: str, written: str, by: str) -> Group:
    name = _below(container, tail)
    layer = f"{by}\0{tail}" if container else name
    return Group(name, layer, (Pattern(name),), (Pattern(_below(written, tail)),), by)


def _between(block: list[Level], container: str) -> Iterator[Claim]:
    for higher, lower in combinations(block, 2):
        for one in higher.tails:
            for other in lower.tails:
                a, b = _below(container, one), _below(container, other)
                if _apart(a, b):
                    yield Claim(a, b, Stance.PERMITTED)
                    yield Claim(b, a, Stance.FORBIDDEN)
    for level in block:
        stance = Stance.FORBIDDEN if level.is_independent else Stance.PERMITTED
        for one, other in permutations(level.tails, 2):
            yield Claim(_below(container, one), _below(container, other), stance)


def _below(container: str, tail: str) -> str:
    return f"{container}.{tail}" if container else tail


def _apart(one: str, other: str) -> bool:
    return not (is_at_or_below(one, other) or is_at_or_below(other, one))
