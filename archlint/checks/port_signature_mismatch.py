"""Judges implementations of ports: a call that the port allows fails."""

from collections.abc import Iterator

from archlint.model.code.conformance.implementations import Pair
from archlint.model.code.conformance.signatures import Signature, is_plain
from archlint.model.code.conformance.telling import told
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method that takes other arguments than its port says."""
    for pair in codebase.kept_promises:
        if fault := _fault(pair):
            yield _finding(codebase, rule, pair, fault)


def _fault(pair: Pair) -> str:
    if not is_plain(pair.promise) or not is_plain(pair.kept):
        return ""
    return Signature(pair.kept).refuses(Signature(pair.promise))


def _finding(codebase: Codebase, rule: Rule, pair: Pair, fault: str) -> Finding:
    holder, port, name = pair.holder.name, pair.port.name, pair.kept.name
    layer = codebase.layer(pair.holder.module.name)
    message = f"{holder}.{name}() {fault}, other than {port}.{name}() promises"
    advice = (
        f"whoever knows only {port} calls it as it is declared there: "
        f"let {holder} take the same arguments, or declare in {port} what is needed"
    )
    return told(pair, rule, layer, (message, advice))
