"""Judges leaks: persistence hands an object of its mapper or driver to the rest of the program."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.orm.leaks import Leak
from archlint.model.code.orm.library import Kind
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method or function that lets such an object out."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    told: set[str] = set()
    for leak in codebase.leaks:
        if codebase.is_core_table(leak.handed.target) or codebase.is_promised(leak):
            continue
        if leak.function.dotted not in told:
            told.add(leak.function.dotted)
            yield _finding(codebase, rule, leak)


def _finding(codebase: Codebase, rule: Rule, leak: Leak) -> Finding:
    function = leak.function
    layer = codebase.memberships[function.module.name].layer
    return Finding(
        rule=rule.name,
        place=Place(function.module.path, leak.line),
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name,
        target=leak.handed.target or leak.handed.library.title,
        severity=None if _concerns_core(codebase, leak) else Severity.WARNING,
        message=f"{function.fact.name}() {leak.verb} {leak.handed.words}{_to_whom(leak)}",
        help=_help(leak),
        evidence=tuple(_evidence(leak)),
        because=layer.because,
    )


def _concerns_core(codebase: Codebase, leak: Leak) -> bool:
    if leak.outlet.port:
        return True
    layers = (codebase.layer(caller.module.name) for caller in leak.outlet.callers)
    return any(layer and layer.is_core for layer in layers)


def _to_whom(leak: Leak) -> str:
    where = "from" if leak.verb == "takes" else "to"
    if leak.outlet.port:
        return f" behind the interface {leak.outlet.port.name}"
    if leak.outlet.callers:
        return f" {where} {leak.outlet.callers[0].dotted}"
    return ""


def _evidence(leak: Leak) -> Iterator[Evidence]:
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


def _help(leak: Leak) -> str:
    function, handed = leak.function, leak.handed
    name = f"{function.fact.name}()"
    where = function.owner.name if function.owner else function.module.name
    if handed.kind is Kind.SESSION:
        return f"give {where} its session when it is built, and let {name} take plain values"
    if leak.verb == "takes":
        return f"let {name} take an object of the domain, and make what is stored of it in {where}"
    return f"turn it into an object of the domain in {where} before {name} {leak.verb} it"
