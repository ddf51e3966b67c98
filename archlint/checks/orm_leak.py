"""Judges leaks: persistence hands an object of its mapper or driver to the rest of the program."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.orm.leaks import Leak
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.telling import evidence_of, to_whom
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method or function that lets such an object out.

    What hands out a query is left to lazy-query-leak.
    """
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    leaks = [leak for leak in codebase.leaks if _is_new(codebase, leak)]
    told = {leak.function.dotted for leak in leaks if leak.is_lazy}
    for leak in leaks:
        if leak.function.dotted not in told:
            told.add(leak.function.dotted)
            yield _finding(codebase, rule, leak)


def _is_new(codebase: Codebase, leak: Leak) -> bool:
    """Whether neither the interface nor the place of the table is the cause, which tells it."""
    return not codebase.is_core_table(leak.handed.target) and not codebase.is_promised(leak)


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
        message=f"{function.fact.name}() {leak.verb} {leak.handed.words}{to_whom(leak)}",
        help=_help(leak),
        evidence=tuple(evidence_of(leak)),
        because=layer.because,
    )


def _concerns_core(codebase: Codebase, leak: Leak) -> bool:
    if leak.outlet.port:
        return True
    layers = (codebase.layer(caller.module.name) for caller in leak.outlet.callers)
    return any(layer and layer.is_core for layer in layers)


def _help(leak: Leak) -> str:
    function, handed = leak.function, leak.handed
    name = f"{function.fact.name}()"
    where = function.owner.name if function.owner else function.module.name
    if handed.kind is Kind.SESSION:
        return f"give {where} its session when it is built, and let {name} take plain values"
    if leak.verb == "takes":
        return f"let {name} take an object of the domain, and make what is stored of it in {where}"
    return f"turn it into an object of the domain in {where} before {name} {leak.verb} it"
