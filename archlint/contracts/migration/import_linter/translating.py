"""import-linter's contracts, taken over one by one as long as they can be said together."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from archlint.contracts.migration.arrangement import Arrangement, arrange
from archlint.contracts.migration.import_linter.claims import (
    Claims,
    added,
    forbidden,
    independent,
    layered,
)
from archlint.contracts.migration.import_linter.libraries import denied, external
from archlint.contracts.migration.import_linter.options import ignored, levels, says, texts
from archlint.contracts.migration.outcomes import Item, Outcome
from archlint.contracts.migration.project import Project, is_at_or_below
from archlint.contracts.migration.rulings import Rulings, Stance
from archlint.contracts.migration.translation import Excuse, Translation
from archlint.contracts.reading import Declared, Options

_TURNS = {"layers": 0, "forbidden": 1}
"""Contracts that order modules come before those that only keep some apart."""

STAYS = "it stays where it is, and archlint runs it as it stands (rule broken-contract)"


def translate(options: Options, project: Project) -> Translation:
    """Say in rulings what the contracts say, and of each contract what becomes of it."""
    taking = _Taking(project)
    for declared in sorted(options.contracts, key=lambda each: _TURNS.get(each.kind, len(_TURNS))):
        taking.take(declared)
    names = {name_of(each): taking.items[name_of(each)] for each in options.contracts}
    return Translation(
        rulings=taking.arrangement.rulings,
        items={**dict(_session(options)), **names},
        excuses=tuple(taking.excuses),
        libraries=taking.libraries,
        direct=frozenset(
            name_of(each) for each in options.contracts if says(each, "allow_indirect_imports")
        ),
        passes_over_types=options.says("exclude_type_checking_imports"),
    )


def name_of(declared: Declared) -> str:
    """Return the name by which a contract is spoken of."""
    return declared.contract.name or f"in line {declared.contract.place.line}"


def _session(options: Options) -> Iterator[tuple[str, Item]]:
    roots = ", ".join(options.roots)
    yield "root_package", Item("option", "root_package", says=(f"archlint finds {roots} itself",))
    if options.says("exclude_type_checking_imports"):
        name = "exclude_type_checking_imports"
        told = "archlint tells imports for type checkers, too, as warnings"
        yield name, Item("option", name, Outcome.PARTLY, (told,))


@dataclass
class _Taking:
    """What has been taken over so far."""

    project: Project
    arrangement: Arrangement = field(default_factory=lambda: arrange(Rulings()))
    claims: list[Claims] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    excuses: list[Excuse] = field(default_factory=list)
    libraries: dict[str, str] = field(default_factory=dict)

    def take(self, declared: Declared) -> None:
        name = name_of(declared)
        take = _KINDS.get(declared.kind, _Taking._stranger)
        item = take(self, declared, Item(f"{declared.kind} contract", name))
        if item.outcome is Outcome.NOT:
            self.items[name] = replace(item, says=(*item.says, STAYS))
            return
        because = f"ignored in the import-linter contract {name!r}"
        self.excuses += (Excuse(name, *pair, because) for pair in ignored(declared))
        self.items[name] = item

    def layers(self, declared: Declared, item: Item) -> Item:
        new = layered(declared, item.name, self.project)
        if not new.groups:
            return _not(item, "none of its layers is a module of this project")
        tried = self._with(new)
        if lost := _newly_looser(self.arrangement, tried) or _all_lost(new, tried):
            return _not(item, f"it contradicts other contracts: {lost}")
        self._accept(new, tried)
        return _remarked(item, declared)

    def independence(self, declared: Declared, item: Item) -> Item:
        return self._if_same(independent(declared, item.name, self.project), item)

    def forbidden(self, declared: Declared, item: Item) -> Item:
        outside = external(declared, self.project)
        inside = forbidden(declared, item.name, self.project)
        if outside:
            groups = [group.name for group in self.arrangement.rulings.groups]
            item = denied(declared, item, self.project, groups)
            if item.outcome is Outcome.NOT:
                return item
            self.libraries |= dict.fromkeys(outside, "deny")
        if not inside.claims:
            return item if outside else _not(item, "it speaks of no module of this project")
        if says(declared, "allow_indirect_imports") and not self._keeps_all(inside):
            told = "it minds direct imports alone, which says nothing of an order of layers"
            return _not(item, told)
        return self._if_same(inside, item)

    def protected(self, declared: Declared, item: Item) -> Item:
        allowed = texts(declared, "allowed_importers")
        for target in texts(declared, "protected_modules"):
            for group in self.arrangement.rulings.groups:
                if any(is_at_or_below(group.name, each) for each in (*allowed, target)):
                    continue
                if not self._keeps(group.name, target):
                    return _not(item, f"the layers let {group.name} import {target}")
        if not self.arrangement.rulings.groups:
            return _not(item, "there are no layers")
        return item.partly("the layers say so already, for modules of layers")

    def _stranger(self, declared: Declared, item: Item) -> Item:
        if declared.kind == "acyclic_siblings":
            told = "the rule import-cycle tells circles of packages and modules, wherever they are"
            return _not(item, told)
        return _not(item, f"archlint does not know contracts of the type {declared.kind!r}")

    def _if_same(self, new: Claims, item: Item) -> Item:
        """Take over what can be said without making anything else looser or stricter."""
        if self._keeps_all(new):
            return replace(item, says=(*item.says, "the layers say so already"))
        tried = self._with(new)
        strange = _difference(self.arrangement, tried, self._hollow(tried.rulings))
        if strange or not new.claims:
            return _not(item, strange or "it speaks of no module of this project")
        self._accept(new, tried)
        return item

    def _keeps_all(self, new: Claims) -> bool:
        """Whether the layers as they are forbid all that a contract forbids."""
        pairs = [(c.importer, c.imported) for c in new.claims if c.stance is Stance.FORBIDDEN]
        return bool(pairs) and all(self._keeps(*pair) for pair in pairs)

    def _hollow(self, rulings: Rulings) -> frozenset[str]:
        """Return the groups that import nothing of others and are imported by none.

        Mostly that is the `__init__` of a package whose parts are groups of their own.
        """
        groups = {module.name: rulings.group(module) for module in self.project.modules}
        pairs = [(groups.get(one), groups.get(two)) for one, two in self.project.edges]
        busy = {name for pair in pairs for name in pair if pair[0] != pair[1]}
        return frozenset(group.name for group in rulings.groups if group.name not in busy)

    def _keeps(self, importer: str, imported: str) -> bool:
        """Whether the layers as they are forbid it, for all of both modules."""
        names = [group.name for group in self.arrangement.rulings.groups]
        sides = [self._covering(names, name) for name in (importer, imported)]
        return all(sides) and not any(
            self.arrangement.permits(one, other) for one in sides[0] for other in sides[1]
        )

    def _covering(self, names: list[str], module: str) -> list[str]:
        around = [name for name in names if is_at_or_below(module, name)]
        below = [name for name in names if is_at_or_below(name, module) and name != module]
        return [max(around, key=len), *below] if around else []

    def _with(self, new: Claims) -> Arrangement:
        rulings = self.arrangement.rulings
        return arrange(added(rulings, new, (*self.claims, new)))

    def _accept(self, new: Claims, tried: Arrangement) -> None:
        self.claims.append(new)
        self.arrangement = tried


_KINDS: Mapping[str, Callable[[_Taking, Declared, Item], Item]] = {
    "layers": _Taking.layers,
    "independence": _Taking.independence,
    "forbidden": _Taking.forbidden,
    "protected": _Taking.protected,
}


def _not(item: Item, reason: str) -> Item:
    return replace(item, outcome=Outcome.NOT, says=(reason,))


def _newly_looser(before: Arrangement, after: Arrangement) -> str:
    """Say what the layers forbade before and would no longer forbid."""
    known = {group.name for group in before.rulings.groups}
    old = {(a.name, b.name) for a, b in before.looser}
    for one, other in after.looser:
        pair = (one.name, other.name)
        was = before.rulings.forbidders(*pair) if known.issuperset(pair) else ()
        if was and pair not in old:
            return f"together they would let {one.name} import {other.name}"
    return ""


def _all_lost(new: Claims, after: Arrangement) -> str:
    """Say so where nothing that a contract forbids would be forbidden."""
    looser = {(a.name, b.name) for a, b in after.looser}
    pairs = {(c.importer, c.imported) for c in new.claims if c.stance is Stance.FORBIDDEN}
    if pairs and pairs <= looser:
        one, other = min(pairs)
        return f"together they would let {one} import {other}"
    return ""


def _difference(before: Arrangement, after: Arrangement, hollow: frozenset[str]) -> str:
    """Say what would be looser or stricter than it was, for groups that are not hollow."""
    looser = {(a.name, b.name) for a, b in before.looser}
    for one, other in after.looser:
        if (one.name, other.name) not in looser and one is other:
            return f"the parts of {one.name} can be kept apart in a ring of its own alone"
        if (one.name, other.name) not in looser:
            return f"rings cannot say it: {one.name} could import {other.name}"
    stricter = {(a.name, b.name) for a, b in before.stricter}
    for one, other in after.stricter:
        is_known = (one.name, other.name) in stricter
        if not is_known and hollow.isdisjoint({one.name, other.name}):
            return f"rings would say too much: {one.name} could no longer import {other.name}"
    return ""


def _remarked(item: Item, declared: Declared) -> Item:
    if says(declared, "exhaustive"):
        told = "exhaustive: the rule unlayered-module tells modules of no layer that others use"
        item = item.partly(told)
    if any(len(level.tails) > 1 for level in levels(declared)):
        return replace(item, says=(*item.says, "layers of one line have the same ring"))
    return item
