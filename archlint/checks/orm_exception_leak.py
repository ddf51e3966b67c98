"""Judges what is caught: the core or a controller knows the exceptions of the store."""

from collections import defaultdict
from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Layer
from archlint.model.catalog import Library, Policy
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.orm.errors import Caught, StoreErrors
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each such function and library whose exceptions it catches."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    errors = StoreErrors(codebase.inference, codebase.tables, codebase.catalog)
    answering = {handler.function.dotted for handler in codebase.handlers}
    for function in codebase.functions:
        layer = codebase.layer(function.module.name)
        if layer is None or not (layer.is_core or function.dotted in answering):
            continue
        alike: dict[Library, list[Caught]] = defaultdict(list)
        for caught in errors.caught_by(function):
            if _is_leaked(codebase, layer, function, caught):
                alike[caught.library].append(caught)
        for found in alike.values():
            yield _finding(codebase, rule, function, found)


def _is_leaked(codebase: Codebase, layer: Layer, function: ProjectFunction, caught: Caught) -> bool:
    """Whether the exception comes from beyond the function, and nothing else tells it.

    A controller that asks the store itself has nobody who could have translated; who is a table
    in the core is told as one.
    """
    if codebase.is_core_table(caught.table):
        return False
    if not layer.is_core:
        return not caught.is_own and not caught.heir
    return (
        codebase.arrivals.frameworks.promised(layer, caught.external) is Policy.DENY
        and not codebase.bonds.excuses(function, caught.library)
        and _is_known_here(codebase, layer, caught.heir)
    )


def _is_known_here(codebase: Codebase, layer: Layer, heir: str) -> bool:
    """Whether no import or definition of the heir is a breach that another rule tells."""
    known = codebase.classes.get(heir)
    home = codebase.layer(known.module.name) if known else None
    return home is None or (not home.is_core and layer.may_import(home))


def _finding(
    codebase: Codebase, rule: Rule, function: ProjectFunction, found: list[Caught]
) -> Finding:
    layer = codebase.memberships[function.module.name].layer
    first = min(found, key=lambda caught: caught.line)
    place = Place(function.module.path, first.line)
    way = f" by way of {first.heir}" if first.heir else ""
    return Finding(
        rule=rule.name,
        place=place,
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name,
        target=first.library.name,
        severity=None if layer.is_core else Severity.WARNING,
        message=(
            f"{function.fact.qualname}() of {layer.name} catches {first.name}{way}, "
            f"of {first.library.described}"
        ),
        help=_help(codebase, first),
        also=tuple(sorted({Place(function.module.path, c.line) for c in found} - {place})),
        because=layer.because,
    )


def _help(codebase: Codebase, caught: Caught) -> str:
    last = caught.name if caught.table else caught.name.rpartition(".")[2]
    return (
        f"let {_translator(codebase, caught)} catch {last} and raise an exception of the core "
        "in its place, and catch that one here"
    )


def _translator(codebase: Codebase, caught: Caught) -> str:
    asked = codebase.classes.get(caught.asked)
    layer = codebase.layer(asked.module.name) if asked else None
    if asked and codebase.ports.is_port(asked):
        return f"the class that implements {asked.name}"
    if asked and layer and not layer.is_core:
        return asked.name
    return f"the adapter that knows {caught.library.name}"
