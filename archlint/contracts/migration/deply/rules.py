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
_STANCES = {_FORBIDS: Stance.FORBIDDEN, _PERMITS: Stance.PERMITTED}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about a layer; `names` are the layers or libraries that it lists.

    `strangers` are those of the layers that it speaks of which there are none of.
    """

    layer: str
    key: str
    names: tuple[str, ...] = ()
    strangers: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The rule as items name it."""
        return f"{self.layer}.{self.key}"


def read_rules(configuration: Configuration, layers: Collection[str]) -> Iterator[Rule]:
    """Read the ruleset; raise BrokenConfigurationError where it is not in the form of one."""
    ruleset = (configuration.content or {}).get("ruleset") or {}
    if not isinstance(ruleset, dict):
        raise configuration.wrong("the ruleset is not a mapping", r"^\s*ruleset\b")
    for layer, rules in ruleset.items():
        if not isinstance(rules, dict):
            here = (r"^\s*ruleset\b", rf"^\s*{layer}\s*:")
            raise configuration.wrong(f"the rules of {layer} are not a mapping", *here)
        for key, listed in rules.items():
            names = listed if isinstance(listed, list) else []
            texts = tuple(name for name in names if isinstance(name, str))
            spoken_of = {str(layer), *(texts if key in _STANCES else ())}
            yield Rule(str(layer), str(key), texts, frozenset(spoken_of.difference(layers)))


def said(rules: Iterable[Rule], known: Collection[str]) -> dict[Pair, dict[str, Stance]]:
    """Return what the rules say of layers that became groups."""
    found: dict[Pair, dict[str, Stance]] = {}
    for rule in rules:
        for other in rule.names if rule.key in _STANCES else ():
            if {rule.layer, other} <= set(known) and rule.layer != other:
                found.setdefault((rule.layer, other), {})[rule.title] = _STANCES[rule.key]
    return found


def libraries(rules: Iterable[Rule], known: Collection[str], project: Project) -> dict[str, str]:
    """Return the policies that say what the rules say of libraries, as far as one can."""
    return {
        name.partition(".")[0]: "deny"
        for rule in rules
        if rule.key == _LIBRARIES and rule.layer in known and project.usual_role(rule.layer) in CORE
        for name in rule.names
    }


def items(rules: Iterable[Rule], known: Collection[str], project: Project) -> Iterator[Item]:
    """Yield what becomes of each rule; `known` are the layers that became groups."""
    for rule in rules:
        item = Item("rule", rule.title)
        if rule.key not in {*_STANCES, _LIBRARIES}:
            told = "archlint has no rule for names, decorators or bases that a class needs"
            yield replace(item, outcome=Outcome.NOT, says=(told,))
        elif rule.layer not in known:
            yield replace(item, outcome=Outcome.NOT, says=tuple(_lost(rule, {rule.layer})))
        elif rule.key == _LIBRARIES:
            yield _about_libraries(item, rule, project)
        else:
            yield _about_layers(item, rule, set(rule.names).difference(known))


def _about_layers(item: Item, rule: Rule, lost: set[str]) -> Item:
    says = tuple(_lost(rule, lost))
    if lost and lost.issuperset(rule.names):
        return replace(item, outcome=Outcome.NOT, says=says)
    if rule.key == _PERMITS:
        says += ("deply passes over it; here it helps to find the order of layers",)
    return item.partly(*says) if says else item


def _lost(rule: Rule, layers: set[str]) -> Iterator[str]:
    """Say which layers a rule cannot speak of, those first that deply does not know either."""
    if strange := sorted(layers & rule.strangers):
        yield f"no layer is called {', '.join(strange)}"
    if gone := sorted(layers - rule.strangers):
        yield f"no layer of archlint came of {', '.join(gone)}"


def _about_libraries(item: Item, rule: Rule, project: Project) -> Item:
    listed = ", ".join(rule.names)
    if project.usual_role(rule.layer) in CORE:
        return item.partly(f"{listed}: denied to the whole core, not to {rule.layer} alone")
    told = f"the policy of a library holds for the core alone, and {rule.layer} is none"
    return replace(item, outcome=Outcome.NOT, says=(f"{listed}: {told}",))
