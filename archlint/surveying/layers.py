"""The layers of a code base, and how much of it lies in each."""

from collections import Counter
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer
from archlint.model.codebase import Codebase


@dataclass(frozen=True, slots=True)
class OccupiedLayer:
    """A layer with the number of its modules."""

    layer: Layer
    modules: int


@dataclass(frozen=True, slots=True)
class LayerSurvey:
    """All layers innermost first; `unlayered` counts modules of none in which something is."""

    layers: tuple[OccupiedLayer, ...]
    unlayered: int


def survey_layers(codebase: Codebase) -> LayerSurvey:
    """Return the layers with their sizes."""
    sizes = Counter(membership.layer.name for membership in codebase.memberships.values())
    layers = sorted(codebase.architecture.layers, key=lambda layer: layer.ring)
    occupied = tuple(OccupiedLayer(layer, sizes[layer.name]) for layer in layers)
    return LayerSurvey(occupied, len(codebase.holes))
