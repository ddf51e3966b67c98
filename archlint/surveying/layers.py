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
    """All layers innermost first; `modules` counts those of the program, in layers or not."""

    layers: tuple[OccupiedLayer, ...]
    modules: int

    @property
    def unlayered(self) -> int:
        """The number of modules in no layer."""
        return self.modules - sum(each.modules for each in self.layers)


def survey_layers(codebase: Codebase) -> LayerSurvey:
    """Return the layers with their sizes."""
    sizes = Counter(membership.layer.name for membership in codebase.memberships.values())
    layers = sorted(codebase.architecture.layers, key=lambda layer: layer.ring)
    occupied = tuple(OccupiedLayer(layer, sizes[layer.name]) for layer in layers)
    return LayerSurvey(occupied, len(codebase.modules))
