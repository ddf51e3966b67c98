"""Bars: layers whose findings must not be in the baseline."""

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer
from archlint.model.finding import Finding
from archlint.model.modules import Module


def barring(architecture: Architecture, finding: Finding) -> Layer | None:
    """Return the layer of a finding where that takes no baseline."""
    path = finding.place.path
    module = Module(finding.module, path, path.endswith("__init__.py"))
    member = architecture.membership(module) if finding.module else None
    return member.layer if member and not member.layer.takes_baseline else None


def why_barred(architecture: Architecture, finding: Finding) -> str:
    """Return why a finding must not be in the baseline, "" where it may."""
    layer = barring(architecture, finding)
    if layer is None:
        return ""
    where = f" ({layer.declared.path}:{layer.declared.line})" if layer.declared else ""
    return f"{layer.name} takes no baseline{where}; mend the finding and remove this file"
