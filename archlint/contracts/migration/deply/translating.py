"""deply's layers and ruleset, said as rulings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from archlint.contracts.migration.configuration import Configuration
from archlint.contracts.migration.deply.collectors import Collectors, Coverage
from archlint.contracts.migration.deply.rules import Rule, items, libraries, read_rules, said
from archlint.contracts.migration.outcomes import UNKNOWN, Item, Outcome
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.rulings import Group, Rulings
from archlint.contracts.migration.translation import Translation
from archlint.model.architecture.architecture import TieError
from archlint.model.architecture.patterns import Pattern


def translate(configuration: Configuration, project: Project) -> Translation:
    """Say in rulings what the ruleset says, and of each layer and rule what becomes of it.

    Raises BrokenConfigurationError.
    """
    content = configuration.content or {}
    bases = tuple(map(str, content.get("paths") or ["."]))
    collectors = Collectors(bases, project.modules)
    layers = dict(_layers(configuration, collectors))
    rules = tuple(read_rules(configuration, layers))
    groups, ties = _untied([_group(*each) for each in layers.items() if each[1].patterns], project)
    told = {name: _item(name, coverage) for name, coverage in layers.items()}
    for name, tie in ties:
        told[name] = told[name].partly(tie)
    known = {group.name for group in Rulings(tuple(groups)).inhabited(project.modules).groups}
    told = {name: item if name in known else _gone(item) for name, item in told.items()}
    told |= {item.name: item for item in _all_items(content, rules, known, project)}
    return Translation(
        rulings=Rulings(tuple(groups), said(rules, known)),
        items=told,
        direct=frozenset(told),
        libraries=libraries(rules, known, project),
    )


def _all_items(
    content: Mapping[str, Any], rules: Iterable[Rule], known: set[str], project: Project
) -> Iterator[Item]:
    yield from items(rules, known, project)
    if content.get("exclude_files"):
        told = "regular expressions; archlint takes lines of a .gitignore under exclude"
        yield Item("option", "exclude_files", Outcome.NOT, (told,))
    for key in content:
        if key not in _READ:
            yield Item("option", str(key), Outcome.NOT, (UNKNOWN,))


_READ = frozenset({"paths", "layers", "ruleset", "exclude_files"})


def _layers(configuration: Configuration, collectors: Collectors) -> Iterator[tuple[str, Coverage]]:
    layers = (configuration.content or {}).get("layers")
    if not isinstance(layers, list) or not layers:
        raise configuration.wrong("there are no layers", r"^\s*layers\b")
    for index, each in enumerate(layers):
        name = each.get("name") if isinstance(each, dict) else None
        if not isinstance(name, str) or not name:
            message = f"layer {index + 1} has no name"
            raise configuration.wrong(message, r"^\s*layers\b", *[r"^\s*- "] * (index + 1))
        said = each.get("collectors")
        if not isinstance(said, list) or not all(isinstance(one, dict) for one in said):
            message = f"the collectors of layer {name} are no list of mappings"
            raise configuration.wrong(message, rf"name: *.?{name}")
        yield name, collectors.covered(said)


def _group(name: str, coverage: Coverage) -> Group:
    return Group(name, name, coverage.patterns, coverage.patterns, name)


def _item(name: str, coverage: Coverage) -> Item:
    item = Item("layer", name)
    if not coverage.patterns:
        lost = coverage.lost or ("it has no collector of files",)
        return replace(item, outcome=Outcome.NOT, says=lost)
    return item.partly(*coverage.lost) if coverage.lost else item


def _gone(item: Item) -> Item:
    """Return the item of a layer that no module belongs to."""
    says = item.says or ("no module of the project belongs to it",)
    return replace(item, outcome=Outcome.NOT, says=says)


def _untied(
    groups: list[Group], project: Project
) -> tuple[list[Group], tuple[tuple[str, str], ...]]:
    """Return the groups without patterns that another one has as well, and what that takes away."""
    told: list[tuple[str, str]] = []
    while tie := _tie(groups, project):
        first, second = tie.patterns
        at = max(i for i, group in enumerate(groups) if second in group.patterns)
        kept = tuple(p for p in groups[at].patterns if p != second)
        reason = f"{second.text} is left out: {tie.module.path} is covered by {first.text}, too"
        told.append((groups[at].name, reason))
        groups = [*groups[:at], _with(groups[at], kept), *groups[at + 1 :]]
        groups = [group for group in groups if group.patterns]
    return groups, tuple(told)


def _with(group: Group, patterns: tuple[Pattern, ...]) -> Group:
    return replace(group, patterns=patterns, written=patterns)


def _tie(groups: list[Group], project: Project) -> TieError | None:
    rulings = Rulings(tuple(groups))
    for module in project.modules:
        try:
            rulings.group(module)
        except TieError as tie:
            return tie
    return None
