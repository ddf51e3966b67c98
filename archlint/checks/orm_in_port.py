"""Judges ports: an interface of the core names a table, a session or a query."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.orm.leaks import Promise
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each method of a port whose signature names such an object."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    told: set[tuple[str, int]] = set()
    for promise in codebase.promises:
        key = (promise.port.dotted, promise.line)
        if key not in told and not codebase.is_core_table(promise.handed.target):
            told.add(key)
            yield _finding(codebase, rule, promise)


def _finding(codebase: Codebase, rule: Rule, promise: Promise) -> Finding:
    port, handed = promise.port, promise.handed
    layer = codebase.memberships[port.module.name].layer
    kept = {
        Place(leak.function.module.path, leak.line)
        for leak in codebase.leaks
        if leak.outlet.promise is promise.method and codebase.is_promised(leak)
    }
    what = f"{port.name}.{promise.method.name}()" if promise.method else port.name
    return Finding(
        rule=rule.name,
        place=Place(port.module.path, promise.line),
        module=port.module.name,
        symbol=promise.method.qualname if promise.method else port.fact.qualname,
        layer=layer.name,
        target=handed.target or handed.library.title,
        message=f"{what} {promise.verb} {handed.words}",
        help=(
            f"let {port.name} speak of objects of {layer.name}, "
            "and translate in the class that implements it"
        ),
        also=tuple(sorted(kept)),
        because=layer.because,
    )
