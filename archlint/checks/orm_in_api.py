"""Judges what handlers show of tables: the world outside speaks to the database's columns."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.orm.contracts import Contracts, Shown, Side
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler and table that it takes or answers with."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    contracts = Contracts(codebase.inference, codebase.tables)
    for handler in codebase.handlers:
        layer = codebase.layer(handler.function.module.name)
        if layer is None or layer.is_core:
            continue
        alike: dict[str, list[Shown]] = defaultdict(list)
        for shown in contracts.of(handler):
            if not _is_told_elsewhere(codebase, handler, shown):
                alike[shown.handed.target].append(shown)
        for found in alike.values():
            yield _finding(codebase, rule, handler, found)


def _is_told_elsewhere(codebase: Codebase, handler: Handler, shown: Shown) -> bool:
    """Whether the table lies in the core, or a repository is told for handing it out."""
    if codebase.is_core_table(shown.handed.target):
        return True
    return shown.is_inferred and any(
        leak.handed.target == shown.handed.target and handler.function in leak.outlet.callers
        for leak in codebase.leaks
    )


def _finding(codebase: Codebase, rule: Rule, handler: Handler, found: list[Shown]) -> Finding:
    function = handler.function
    layer = codebase.memberships[function.module.name].layer
    first = found[0]
    place = Place(function.module.path, first.line)
    sides = {shown.side for shown in found}
    return Finding(
        rule=rule.name,
        place=place,
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name,
        target=first.handed.target or first.handed.library.title,
        severity=None if Side.REQUEST in sides else Severity.WARNING,
        message=f"{function.fact.name}() {_verbs(sides)} {first.handed.words}",
        help=_help(function.fact.name, sides, first),
        also=tuple(sorted({Place(function.module.path, s.line) for s in found} - {place})),
        because=layer.because,
    )


def _verbs(sides: set[Side]) -> str:
    return " and ".join(side.value for side in Side if side in sides)


def _help(name: str, sides: set[Side], first: Shown) -> str:
    what = first.handed.target.rpartition(".")[2] or f"a {first.handed.library.title} row"
    if Side.REQUEST in sides:
        return (
            f"let {name}() take a class of its own with the fields that a client may set, "
            f"and let a use case decide what becomes of {what}"
        )
    return f"let {name}() answer with a class of its own that has the fields of {what} to be shown"
