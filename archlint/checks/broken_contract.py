"""Judges broken contracts: what the project has promised to import-linter and does not keep."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archlint.model.codebase import Codebase
from archlint.model.contracts import BrokenContract, Contract, Link
from archlint.model.finding import Evidence, Finding, Hop
from archlint.model.modules import Module
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each chain of imports that a contract forbids."""
    paths = {module.path: module for module in codebase.modules}
    names = {module.import_name: module for module in codebase.modules}
    for breach in codebase.broken_contracts:
        if not breach.chain:
            yield _general(rule, breach)
            continue
        importer = paths.get(breach.chain[0].places[0].path)
        layer = codebase.layer(importer.name) if importer else None
        finding = _finding(rule, breach, names.get(breach.chain[-1].imported))
        yield replace(
            finding,
            module=importer.name if importer else finding.module,
            layer=layer.name if layer else None,
        )


def _general(rule: Rule, breach: BrokenContract) -> Finding:
    contract = breach.contract
    return Finding(
        rule=rule.name,
        place=contract.place,
        module=breach.subject,
        symbol=contract.name,
        target=breach.subject or breach.clause,
        message=f"{contract.title} {breach.clause}",
        help=breach.advice or contract.guidance or _mending(contract),
        severity=breach.severity,
    )


def _finding(rule: Rule, breach: BrokenContract, end: Module | None) -> Finding:
    first, last = breach.chain[0], breach.chain[-1]
    place, *again = first.places
    others = (place for link in breach.entrances for place in link.places)
    return Finding(
        rule=rule.name,
        place=place,
        module=first.importer,
        symbol=_symbol(breach),
        target=last.imported,
        message=f"{_seen(breach.chain)}; {breach.contract.title} says: {breach.clause}",
        help=breach.contract.guidance or _help(breach),
        evidence=tuple(_evidence(breach)),
        chain=tuple(_hops(breach.chain, end)) if len(breach.chain) > 1 else (),
        also=(*again, *others),
    )


def _mending(contract: Contract) -> str:
    return f"mend what {contract.title} says, or what it is about"


def _symbol(breach: BrokenContract) -> str:
    """Return what parts this breach from others of the module that end at the same target."""
    via = [link.imported for link in breach.chain[:-1]]
    return " via ".join([breach.contract.name, *via])


def _seen(chain: Sequence[Link]) -> str:
    importer, imported = chain[0].importer, chain[-1].imported
    between = ", then ".join(link.imported for link in chain[:-1])
    return (
        f"{importer} reaches {imported} by way of {between}"
        if between
        else f"{importer} imports {imported}"
    )


def _help(breach: BrokenContract) -> str:
    first, last = breach.chain[0], breach.chain[-1]
    if breach.way_back:
        return f"cut the circle here or on the way from {last.imported} back to {first.importer}"
    if first is not last:
        place = last.places[0]
        return (
            f"cut the chain at {place.path}:{place.line}: keep in {last.importer} only what "
            f"{first.importer} may have, or pass {last.imported} in from outside"
        )
    return (
        f"pass what {first.importer} needs of {last.imported} in from outside, "
        "or move it to where the contract lets it be imported"
    )


def _evidence(breach: BrokenContract) -> Iterator[Evidence]:
    for link in (*breach.exits, *breach.way_back):
        for place in link.places[:1]:
            yield Evidence(place.path, place.line, f"{link.importer} imports {link.imported}")
    where = breach.contract.place
    yield Evidence(where.path, where.line, f"{breach.contract.title} stands here")


def _hops(chain: Sequence[Link], end: Module | None) -> Iterator[Hop]:
    for link in chain:
        yield Hop(link.places[0].path, link.places[0].line, link.importer)
    yield Hop(end.path if end else "", 1, chain[-1].imported)
