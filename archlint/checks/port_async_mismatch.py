"""Judges implementations of ports: one side is asynchronous and the other is not."""

from collections.abc import Iterator

from archlint.model.code.conformance.implementations import Pair
from archlint.model.code.conformance.signatures import answers_later, is_generator, is_plain
from archlint.model.code.conformance.telling import told
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method that answers otherwise than its port says."""
    for pair in codebase.kept_promises:
        if _differs(pair):
            yield _finding(codebase, rule, pair)


def _differs(pair: Pair) -> bool:
    if not is_plain(pair.promise) or not is_plain(pair.kept):
        return False
    if is_generator(pair.kept) and not pair.kept.is_async and pair.promise.is_async:
        return True
    promised, kept = answers_later(pair.promise), answers_later(pair.kept)
    return promised is not None and kept is not None and promised != kept


def _finding(codebase: Codebase, rule: Rule, pair: Pair) -> Finding:
    own, port = f"{pair.holder.name}.{pair.kept.name}()", f"{pair.port.name}.{pair.promise.name}()"
    is_later = bool(answers_later(pair.kept))
    how, otherwise = ("asynchronous", "is not") if is_later else ("not asynchronous", "is")
    declare = (
        f"declare {port} as async def if its callers may await it, else let {own} answer at once"
    )
    make = f"make {own} an async def: whoever knows only {pair.port.name} awaits its answer"
    layer = codebase.layer(pair.holder.module.name)
    message = f"{own} is {how}, but {port} {otherwise}"
    advice = declare if is_later else make
    return told(pair, rule, layer, (message, advice))
