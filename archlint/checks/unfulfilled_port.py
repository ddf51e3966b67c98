"""Judges implementations of ports: a method that the port promises is not there."""

from collections.abc import Iterator
from difflib import get_close_matches

from archlint.model.code.conformance.implementations import Implementation
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class and each port of which it leaves something out.

    What a class inherits unfulfilled is told of the ancestor alone.
    """
    lacking = {(i.adapter, i.port): i for i in codebase.implementations if i.missing}
    for (adapter, port), implementation in lacking.items():
        names = {method.name for _, method in implementation.missing}
        told = {
            method.name
            for ancestor in adapter.lineage[1:]
            if (above := lacking.get((ancestor, port)))
            for _, method in above.missing
        }
        if names - told:
            yield _finding(codebase, rule, implementation)


def _finding(codebase: Codebase, rule: Rule, implementation: Implementation) -> Finding:
    port, adapter = implementation.port, implementation.adapter
    names = [method.name for _, method in implementation.missing]
    layer = codebase.layer(adapter.module.name)
    return Finding(
        rule=rule.name,
        place=Place(adapter.module.path, adapter.fact.line, adapter.fact.column + 1),
        module=adapter.module.name,
        symbol=adapter.fact.qualname,
        layer=layer.name if layer else None,
        target=port.dotted,
        message=f"{adapter.name} implements {port.name} without {_listed(names)}",
        help=_help(implementation, names),
        evidence=tuple(
            Evidence(holder.module.path, method.line, f"{holder.name}.{method.name}() is promised")
            for holder, method in implementation.missing
        ),
        because=layer.because if layer else "",
    )


def _help(implementation: Implementation, names: list[str]) -> str:
    own = [method.name for method in implementation.adapter.fact.methods if method.is_public]
    for name in names:
        if near := _near(name, own):
            return (
                f"give {implementation.adapter.name} the method {name}(); "
                f"{near}() may be what was meant"
            )
    return (
        f"give {implementation.adapter.name} {_listed(names)}, "
        f"or take out of {implementation.port.name} what no caller needs"
    )


def _near(name: str, own: list[str]) -> str:
    """Return the method whose name is nearest, "" where none is near."""
    longer = [found for found in own if found.startswith(name) or name.startswith(found)]
    return next(iter(longer or get_close_matches(name, own, n=1)), "")


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(f"{n}()" for n in names[:-1]), f"{names[-1]}()")))
