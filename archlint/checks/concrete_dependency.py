"""Judges injection and construction: the core is given, or makes, a class of the outside."""

from collections.abc import Iterator

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.conformance.concretes import Concrete, Concretes
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each function of the core and each class that it depends on so.

    What an import or another mention in the same module is told for is not told again.
    """
    concretes = Concretes(codebase.inference, codebase.ports, codebase.layer)
    for function in codebase.functions:
        layer = codebase.layer(function.module.name)
        if layer is None or not layer.is_core:
            continue
        for found in concretes.of(function, layer):
            if not codebase.outward.tells(function.module.name, found.known.module.name):
                yield _finding(codebase, rule, function, found)


def _finding(codebase: Codebase, rule: Rule, function: ProjectFunction, found: Concrete) -> Finding:
    layer = codebase.memberships[function.module.name].layer
    outer = codebase.layer(found.known.module.name)
    name = found.known.name
    whose = f"of {outer.name}" if outer else "which lies in no layer"
    return Finding(
        rule=rule.name,
        place=Place(function.module.path, found.line),
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name,
        target=found.known.dotted,
        message=f"{function.fact.qualname}() {found.verb} the class {name}, {whose}",
        help=_help(layer.name, found),
        evidence=tuple(_evidence(found)),
        because=layer.because,
    )


def _help(layer: str, found: Concrete) -> str:
    if found.port:
        return (
            f"take a {found.port.name}, which {found.known.name} implements, and have it passed in"
        )
    return f"let {layer} own an interface that says what is needed of {found.known.name}"


def _evidence(found: Concrete) -> Iterator[Evidence]:
    known = found.known
    yield Evidence(known.module.path, known.fact.line, f"{known.name} is defined here")
    if found.port:
        path = found.port.module.path
        yield Evidence(path, found.port.fact.line, f"{found.port.name} is the interface of it")
