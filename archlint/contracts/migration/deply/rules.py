"""deply's ruleset: what each layer must not do."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from archlint.contracts.migration.configuration import Configuration
from archlint.contracts.migration.outcomes import Item, Outcome
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.rulings import Pair, Stance
from archlint.model.architecture.layers import CORE

_FORBIDS = "disallow_layer_dependencies"
_PERMITS = "allow_layer_dependencies"
_LIBRARIES = "disallow_external_imports"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about a layer; `names` are the layers or libraries that it lists."""

    layer: str
    key: str
    names: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The rule as items name it."""
        return f"{self.layer}.{self.key}"


def read_rules(configuration: Configuration, layers: Collection[str]) -> Iterator[Rule]:
    """Read the ruleset; raise BrokenConfigurationError where it speaks of no known layer."""
    ruleset = (configuration.content or {}).get("ruleset") or {}
    if not isinstance(ruleset, dict):
        raise configuration.wrong("the ruleset is not a mapping", r"^\s*ruleset\b")
    for layer, rules in ruleset.items():
        here = (r"^\s*ruleset\b", rf"^\s*{layer}\s*:")
        if not isinstance(rules, dict):
            raise configuration.wrong(f"the rules of {layer} are not a mapping", *here)
        if layer not in layers:
            raise configuration.wrong(f"the ruleset names no known layer: {layer}", *here)
        for key, names in rules.items():
            listed = names if isinstance(names, list) else []
            rule = Rule(layer, str(key), tuple(x for x in listed if isinstance(x, str)))
            strange = set(rule.names) - set(layers) if key in {_FORBIDS, _PERMITS} else set()
            if strange:
                message = f"{rule.title} names no known layer: {', '.join(sorted(strange))}"
                raise configuration.wrong(message, *here, rf"^\s*{key}\s*:")
            yield rule


def said(rules: Iterable[Rule], known: Collection[str]) -> dict[Pair, dict[str, Stance]]:
    """Return what the rules say of layers that became groups."""
    stances = {_FORBIDS: Stance.FORBIDDEN, _PERMITS: Stance.PERMITTED}
    found: dict[Pair, dict[str, Stance]] = {}
    for rule in rules:
        for other in rule.names if rule.key in stances else ():
            if {rule.layer, other} <= set(known) and rule.layer != other:
                found.setdefault((rule.layer, other), {})[rule.title] = stances[rule.key]
    return found


def libraries(rules: Iterable[Rule], project: Project) -> dict[str, str]:
    """Return the policies that say what the rules say of libraries, as far as one can."""
    return {
        name.partition(".")[0]: "deny"
        for rule in rules
        if rule.key == _LIBRARIES and project.usual_role(rule.layer) in CORE
        for name in rule.names
    }


def items(rules: Iterable[Rule], known: Collection[str], project: Project) -> Iterator[Item]:
    """Yield what becomes of each rule."""
    for rule in rules:
        item = Item("rule", rule.title)
        if rule.key == _FORBIDS:
            lost = sorted({rule.layer, *rule.names} - set(known))
            told = f"no layer of archlint came of {', '.join(lost)}"
            yield item.partly(told) if lost else item
        elif rule.key == _PERMITS:
            yield item.partly("deply passes over it; here it helps to find the order of layers")
        elif rule.key == _LIBRARIES:
            yield _about_libraries(item, rule, project)
        else:
            told = "archlint has no rule for names, decorators or bases that a class needs"
            yield replace(item, outcome=Outcome.NOT, says=(told,))


def _about_libraries(item: Item, rule: Rule, project: Project) -> Item:
    listed = ", ".join(rule.names)
    if project.usual_role(rule.layer) in CORE:
        return item.partly(f"{listed}: denied to the whole core, not to {rule.layer} alone")
    told = f"the policy of a library holds for the core alone, and {rule.layer} is none"
    return replace(item, outcome=Outcome.NOT, says=(f"{listed}: {told}",))
