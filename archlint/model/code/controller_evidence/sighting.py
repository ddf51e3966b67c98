"""A sighting: something that a handler does to a value, before it is weighed."""

from typing import NamedTuple

from archlint.model.code.controller_evidence.exhibits import Evidence
from archlint.model.facts.expressions import Expression


class Sighting(NamedTuple):
    """What is done in that line, and to which value."""

    evidence: Evidence
    line: int
    value: Expression
