"""Which pattern put a module into its layer."""

from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern
from archlint.model.modules import Module


def deciding_pattern(layer: Layer, module: Module) -> Pattern | None:
    """Return the pattern of its layer that says most about the module."""
    matching = [each for each in layer.patterns if each.match(module.name, module.path)]
    return max(matching, key=lambda pattern: pattern.specificity, default=None)
