"""Audits of a small shop, made by hand: what reports are given to tell."""

from dataclasses import replace

from archlint.model.architecture.architecture import Architecture
from archlint.model.audit import Audit, Coverage, IdleRule, LayerCoverage
from archlint.model.finding import Evidence, Finding, Hop, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule
from archlint.reports.manner import Manner

COVERAGE = Coverage(
    modules=214,
    layered_modules=210,
    studied_modules=80,
    unreadable=0,
    imports=900,
    judged_imports=700,
    layers=(
        LayerCoverage("domain", 0, "domain", 100),
        LayerCoverage("use cases", 1, "application", 60),
        LayerCoverage("adapters", 2, "adapters", 50),
        LayerCoverage("empty", 3, None, 0),
    ),
    rules=("framework-import", "outward-chain", "outward-import"),
    idle=(IdleRule("outward-chain", "no module is in a layer of domain"),),
)

IMPORT = Finding(
    rule="outward-import",
    place=Place("shop/domain/order.py", 3, 1),
    module="shop.domain.order",
    layer="domain",
    target="shop.adapters.db.Session",
    severity=Severity.ERROR,
    message="domain imports shop.adapters.db.Session, which belongs to adapters",
    help=(
        "let domain own an interface that says what is needed of Session, and adapters implement it"
    ),
)

CHAIN = replace(
    IMPORT,
    rule="outward-chain",
    place=Place("shop/domain/order.py", 4, 1),
    severity=Severity.WARNING,
    target="shop.adapters.db",
    message="domain reaches shop.adapters.db, which belongs to adapters, by way of shop.clock",
    chain=(
        Hop("shop/domain/order.py", 4, "shop.domain.order"),
        Hop("shop/clock.py", 1, "shop.clock"),
        Hop("shop/adapters/db.py", 1, "shop.adapters.db"),
    ),
    evidence=(Evidence("shop/clock.py", 1, "Clock is re-exported here"),),
    because="docs/adr/7.md",
)

SOURCE = {
    "shop/domain/order.py": [
        '"""An order."""',
        "",
        "from shop.adapters.db import Session",
        "from shop.clock import Clock",
    ]
}


def source_line(path: str, line: int) -> str | None:
    lines = SOURCE.get(path, [])
    return lines[line - 1] if line <= len(lines) else None


MANNER = Manner(source_line)


def audit(*findings: Finding) -> Audit:
    rules = (Rule("outward-import", "an inner layer imports an outer one", Severity.ERROR),)
    return Audit(Architecture(()), findings, COVERAGE, rules)


def imports(number: int, target: str) -> tuple[Finding, ...]:
    """Return one finding for each of many modules that import the same thing."""
    return tuple(
        replace(IMPORT, place=Place(f"shop/domain/part_{index:03}.py"), target=target)
        for index in range(number)
    )
