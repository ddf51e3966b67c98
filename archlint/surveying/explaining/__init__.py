"""What there is to say of one finding beyond its report: an explanation."""

from dataclasses import dataclass

from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.surveying.explaining.permits import Permit, permit
from archlint.surveying.explaining.precedents import Precedent, precedent
from archlint.surveying.explaining.standing import standing


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding in the words of its project.

    `standing` says which layers are concerned and what they may know, "" where no layer is.
    `precedent` is how a neighbour solved it, None where nobody has.
    """

    finding: Finding
    standing: str
    precedent: Precedent | None
    permit: Permit


def explanation(codebase: Codebase, finding: Finding) -> Explanation:
    """Return what there is to say of a finding in this code base."""
    return Explanation(
        finding=finding,
        standing=standing(codebase, finding),
        precedent=precedent(codebase, finding),
        permit=permit(finding),
    )
