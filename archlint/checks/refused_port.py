"""Judges implementations of ports: a promise is kept by a method that refuses or does nothing."""

from collections.abc import Iterator

from archlint.model.code.behaviour.anemia import STAND_INS
from archlint.model.code.conformance.implementations import Pair, is_empty
from archlint.model.code.conformance.telling import told
from archlint.model.code.roles.shapes import refuses
from archlint.model.codebase import Codebase
from archlint.model.facts.structure import Function
from archlint.model.finding import Finding
from archlint.model.rule import Rule

_DOING_NOTHING = (*STAND_INS, "Noop", "NoOp", "Stub", "InMemory")


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method that only seems to keep its promise."""
    for pair in codebase.kept_promises:
        if _is_refused(pair):
            yield _finding(codebase, rule, pair)


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
