"""Judges import cycles: packages or modules that import one another in a circle."""

from collections.abc import Iterator

from archlint.model.code.cycles.grains import Grain
from archlint.model.code.cycles.telling import told, wanted
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule

GRAINS = (Grain.PACKAGE, Grain.MODULE)


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each knot of packages and of modules."""
    for knot in wanted(codebase.knots, rule, GRAINS):
        layer = codebase.layer(knot.to_cut[0].importer.name)
        yield told(knot, rule, layer, codebase.by_name)
