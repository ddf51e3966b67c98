"""Judges impurity: the domain asks the world for something instead of being told."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import CORE, Layer, Role
from archlint.model.catalog import Policy
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.effects.effects import Effect, Effects
from archlint.model.code.effects.world import Kind
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.modules import Module
from archlint.model.place import Place
from archlint.model.rule import Rule

_INWARD = frozenset({Kind.CLOCK, Kind.CHANCE})
_SEAM = re.compile(r"(Clock|TimeProvider|(Id|ID|Uuid|UUID|Random)\w*Generator)$")
_SHOWN = 3
_SAID = {
    Kind.IO: "reaches out of the program",
    Kind.PAUSE: "waits",
    Kind.CLOCK: "asks the clock",
    Kind.CHANCE: "leaves it to chance",
}
_HELP = {
    Kind.IO: "return what is to be told or take what is to be read, and let an adapter do it",
    Kind.PAUSE: "leave the waiting to whoever calls {name}",
    Kind.CLOCK: "take the time as an argument of {name}",
    Kind.CHANCE: "take the value as an argument of {name}",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """A function, a class body or a module of the domain, with what it reaches."""

    module: Module
    symbol: str
    name: str
    effects: Iterator[Effect]
    owner: ProjectClass | None = None


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each thing of the domain and each kind of what it asks of the world."""
    for thing in _things(codebase):
        layer = codebase.layer(thing.module.name)
        if layer is None or layer.role not in CORE:
            continue
        alike: dict[Kind, list[Effect]] = defaultdict(list)
        for effect in thing.effects:
            if effect.kind in _told(layer, rule) and _is_told(codebase, layer, thing, effect):
                alike[effect.kind].append(effect)
        is_firm = codebase.architecture.domain_model is DomainModel.FUNCTIONAL
        for kind, found in alike.items():
            severity = Severity.INFO if kind in _INWARD and not is_firm else None
            yield replace(_finding(rule, layer, thing, found), severity=severity)


def _told(layer: Layer, rule: Rule) -> frozenset[str]:
    """Return the kinds that are told of a layer; of use cases only what they could be given."""
    told = frozenset(rule.names("told"))
    if layer.role is Role.DOMAIN:
        return told
    return told & _INWARD if rule.options["use-cases"] is True else frozenset()


def _things(codebase: Codebase) -> Iterator[Thing]:
    effects = Effects(codebase.inference)
    for function in codebase.functions:
        symbol, owner = function.fact.qualname, function.owner
        yield Thing(function.module, symbol, f"{symbol}()", effects.of_function(function), owner)
    for owner in codebase.classes:
        symbol = owner.fact.qualname
        yield Thing(owner.module, symbol, symbol, effects.of_class(owner), owner)
    for module in codebase.modules:
        if structure := codebase.structures.get(module.name):
            yield Thing(module, "", module.name, effects.of_module(module, structure))


def _is_told(codebase: Codebase, layer: Layer, thing: Thing, effect: Effect) -> bool:
    """Whether nothing excuses an effect, and the import of the library is not told already.

    A message says when it was sent. Who gives others the time, by its name or by an interface of
    the core, is what they are to be given. What stands in for an argument can be said instead.
    """
    is_permitted = codebase.catalog.override(effect.name) is Policy.ALLOW
    is_import_told = codebase.arrivals.frameworks.imported(layer, effect.name) is not Policy.ALLOW
    if is_permitted or is_import_told:
        return False
    if effect.kind not in _INWARD:
        return True
    if effect.is_fallback or thing.owner is None:
        return not effect.is_fallback
    is_message = codebase.role_of(thing.owner).role is ClassRole.MESSAGE
    keeps_promise = any(
        thing.symbol == f"{pair.holder.fact.qualname}.{pair.kept.name}"
        for pair in codebase.kept_promises
        if pair.holder is thing.owner
    )
    return not is_message and not keeps_promise and not _SEAM.search(thing.owner.name)


def _finding(rule: Rule, layer: Layer, thing: Thing, found: Iterable[Effect]) -> Finding:
    first, *others = sorted(found, key=lambda effect: effect.line)
    place = Place(thing.module.path, first.line)
    places = {Place(thing.module.path, other.line) for other in others}
    return Finding(
        rule=rule.name,
        place=place,
        module=thing.module.name,
        symbol=thing.symbol,
        layer=layer.name,
        target=first.kind,
        message=f"{thing.name} of {layer.name} {_SAID[first.kind]}: {_means([first, *others])}",
        help=_HELP[first.kind].format(name=thing.name),
        also=tuple(sorted(places - {place})),
        because=layer.because,
    )


def _means(effects: Iterable[Effect]) -> str:
    names = list(dict.fromkeys(effect.name.removeprefix("builtins.") for effect in effects))
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
