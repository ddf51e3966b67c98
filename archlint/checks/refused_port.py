"""Judges implementations of ports: a promise is kept by a method that refuses or does nothing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archlint.model.code.behaviour.anemia import STAND_INS
from archlint.model.code.conformance.implementations import Pair, is_empty
from archlint.model.code.conformance.telling import told
from archlint.model.code.roles.shapes import refuses
from archlint.model.codebase import Codebase
from archlint.model.facts.structure import Function
from archlint.model.finding import Finding
from archlint.model.rule import Rule

_SEVERAL = 2
_DOING_NOTHING = (*STAND_INS, "Noop", "NoOp", "Stub", "InMemory")


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method that only seems to keep its promise.

    Of a class that refuses all that it promises this is told once. One that does nothing at all
    is a stand-in, by whatever name.
    """
    for pairs in _by_holder(codebase.kept_promises):
        refused = [pair for pair in pairs if _is_refused(pair)]
        if len(refused) < max(len(pairs), _SEVERAL):
            yield from (_finding(codebase, rule, pair) for pair in refused)
        elif any(refuses(pair.kept) for pair in refused):
            yield _refusal(codebase, rule, refused)


def _by_holder(kept: Iterable[Pair]) -> Iterable[list[Pair]]:
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in kept:
        found.setdefault((pair.holder.dotted, pair.port.dotted), []).append(pair)
    return found.values()


def _is_refused(pair: Pair) -> bool:
    """Whether a method and those that override it leave callers without what is promised."""
    if any(heir.fact.method(pair.kept.name) for heir in pair.heirs):
        return False
    if refuses(pair.kept):
        return True
    stands_in = pair.holder.name.startswith(_DOING_NOTHING)
    return is_empty(pair.kept) and _promises_something(pair.promise) and not stands_in


def _promises_something(promise: Function) -> bool:
    """Whether the annotation says that an answer always comes."""
    if promise.returns is None:
        return False
    named = {part.text for part in promise.returns.walk()}
    return not named & {"None", "Optional", "Any", "NoReturn", "Never"}


def _finding(codebase: Codebase, rule: Rule, pair: Pair) -> Finding:
    holder, port, name = pair.holder.name, pair.port.name, pair.kept.name
    what = "refuses to work" if refuses(pair.kept) else "does nothing"
    layer = codebase.layer(pair.holder.module.name)
    message = f"{holder}.{name}() {what}, though {port} promises it"
    advice = (
        f"split {port}, so that {holder} implements only the part it can keep, "
        f"or implement {name}()"
    )
    return told(pair, rule, layer, (message, advice))


def _refusal(codebase: Codebase, rule: Rule, refused: Sequence[Pair]) -> Finding:
    first, *others = refused
    holder, port = first.holder, first.port.name
    layer = codebase.layer(holder.module.name)
    every = f"all {len(refused)}" if others[1:] else "both"
    message = f"{holder.name} refuses {every} methods that {port} promises"
    advice = f"implement them, or leave {holder.name} out until somebody needs it"
    finding = told(first, rule, layer, (message, advice))
    return replace(finding, symbol=holder.fact.qualname, also=tuple(each.place for each in others))
