"""Judges the core: a use case or the domain works with a table, a session or a query itself."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.orm.library import Kind
from archlint.model.code.orm.uses import Use, Uses
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule

_CONSTRUCTORS = frozenset({"__init__", "__new__", "__post_init__"})


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each function of the core, and each class with such a field."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    uses = Uses(codebase.inference, codebase.tables, codebase.is_core_table)
    holders = set()
    for owner in codebase.classes:
        if _is_judged(codebase, owner) and (use := next(uses.of_class(owner), None)):
            holders.add(owner)
            yield _finding(codebase, rule, owner, use)
    functions = [f for f in codebase.functions if _is_judged(codebase, f.owner or f)]
    for function in sorted(functions, key=lambda f: f.fact.name not in _CONSTRUCTORS):
        found = (use for use in uses.of_function(function) if _is_new(function, use, holders))
        if use := next(found, None):
            if function.owner and function.fact.name in _CONSTRUCTORS:
                holders.add(function.owner)
            yield _finding(codebase, rule, function, use)


def _is_judged(codebase: Codebase, thing: ProjectClass | ProjectFunction) -> bool:
    layer = codebase.layer(thing.module.name)
    if layer is None or not layer.is_core:
        return False
    if isinstance(thing, ProjectFunction):
        return True
    return not codebase.ports.is_port(thing) and not codebase.tables.mapper_of(thing.dotted)


def _is_new(function: ProjectFunction, use: Use, holders: set[ProjectClass]) -> bool:
    """Whether a use is more than using what the constructor was already told for."""
    return not (use.is_own and function.owner in holders)


def _finding(
    codebase: Codebase, rule: Rule, thing: ProjectClass | ProjectFunction, use: Use
) -> Finding:
    layer = codebase.memberships[thing.module.name].layer
    return Finding(
        rule=rule.name,
        place=Place(thing.module.path, use.line),
        module=thing.module.name,
        symbol=thing.fact.qualname,
        layer=layer.name,
        target=use.handed.target or use.handed.library.title,
        severity=Severity.WARNING if use.is_soft else None,
        message=f"{_named(thing)} {use.verb} {use.handed.words} in {layer.name}",
        help=_help(layer, thing, use),
        because=layer.because,
    )


def _named(thing: ProjectClass | ProjectFunction) -> str:
    return f"{thing.fact.qualname}()" if isinstance(thing, ProjectFunction) else thing.name


def _help(layer: Layer, thing: ProjectClass | ProjectFunction, use: Use) -> str:
    if use.handed.kind is Kind.MODEL:
        last = use.handed.target.rpartition(".")[2]
        return f"let a repository turn {last} into an object of the domain, and work with that here"
    return (
        f"let {layer.name} own a repository interface that says what {thing.fact.name} needs, "
        "and query in the class that implements it"
    )
