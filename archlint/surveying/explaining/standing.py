"""Where a finding stands among the layers of its project."""

from archlint.model.architecture.layers import Layer
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding


def standing(codebase: Codebase, finding: Finding) -> str:
    """Return which layer a finding is in and what that layer may know, "" for no layer."""
    own = next((x for x in codebase.architecture.layers if x.name == finding.layer), None)
    if own is None:
        return ""
    told = f"{finding.module or own.name} lies in {own.name}, ring {own.ring}"
    other = _target_layer(codebase, finding)
    if other is None or other.name == own.name:
        return told
    where = "further out" if other.ring > own.ring else "further in"
    if other.ring == own.ring:
        where = "beside it"
    return f"{told}; {finding.target} lies in {other.name}, ring {other.ring}, {where}"


def _target_layer(codebase: Codebase, finding: Finding) -> Layer | None:
    """Return the layer of the module that a target is, or is defined in."""
    name = finding.target
    while name:
        if name in codebase.by_name:
            return codebase.layer(name)
        name = name.rpartition(".")[0]
    return None
