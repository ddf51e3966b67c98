"""Judges queries that leave persistence before they were read."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.orm.leaks import Leak
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.telling import evidence_of, to_whom
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method or function that lets such a query out."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    told: set[str] = set()
    for leak in codebase.leaks:
        if not leak.is_lazy or leak.function.dotted in told:
            continue
        if not codebase.is_core_table(leak.handed.target) and not codebase.is_promised(leak):
            told.add(leak.function.dotted)
            yield _finding(codebase, rule, leak)


def _finding(codebase: Codebase, rule: Rule, leak: Leak) -> Finding:
    function = leak.function
    layer = codebase.memberships[function.module.name].layer
    return Finding(
        rule=rule.name,
        place=Place(function.module.path, leak.lazy_line),
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name,
        target=leak.handed.target or leak.handed.library.title,
        message=f"{function.fact.name}() {_given(leak)}{to_whom(leak)}, not yet read",
        help=_help(leak),
        evidence=tuple(evidence_of(leak)),
        because=layer.because,
    )


def _given(leak: Leak) -> str:
    if leak.verb == "yields":
        return f"yields {leak.handed.words} from an open query"
    if leak.handed.kind is Kind.MODEL:
        last = leak.handed.target.rpartition(".")[2]
        return f"returns {leak.handed.library.indefinite} query of {last}"
    return f"returns {leak.handed.words}"


def _help(leak: Leak) -> str:
    function = leak.function
    where = function.owner.name if function.owner else function.module.name
    return (
        f"read it in {where} while its session is open, and let {function.fact.name}() return a "
        "list of objects of the domain"
    )
