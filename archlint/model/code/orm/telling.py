"""Telling leaks: the words and the proof that are common to all of them."""

from collections.abc import Iterator

from archlint.model.code.orm.leaks import Leak
from archlint.model.finding import Evidence


def to_whom(leak: Leak) -> str:
    """Return who takes part in a leak, as the end of a message."""
    where = "from" if leak.verb == "takes" else "to"
    if leak.outlet.port:
        return f" behind the interface {leak.outlet.port.name}"
    if leak.outlet.callers:
        return f" {where} {leak.outlet.callers[0].dotted}"
    return ""


def evidence_of(leak: Leak) -> Iterator[Evidence]:
    """Yield who inherits a leak, which interface promises it, and who calls it."""
    if leak.heir:
        heir = leak.heir
        yield Evidence(heir.module.path, heir.fact.line, f"as {heir.name} inherits it")
    if leak.outlet.port and leak.outlet.promise:
        port = leak.outlet.port
        name = leak.outlet.promise.name
        yield Evidence(port.module.path, leak.outlet.promise.line, f"{port.name}.{name}() promises")
    for caller in leak.outlet.callers:
        name = caller.fact.name
        yield Evidence(caller.module.path, caller.fact.line, f"{name}() calls it")
