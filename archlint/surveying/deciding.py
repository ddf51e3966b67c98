"""Which pattern put a module into its layer."""

from collections import Counter
from collections.abc import Mapping

from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Pattern
from archlint.model.codebase import Codebase
from archlint.model.modules import Module


def deciding_pattern(layer: Layer, module: Module) -> Pattern | None:
    """Return the pattern of its layer that says most about the module."""
    matching = [each for each in layer.patterns if each.match(module.name, module.path)]
    return max(matching, key=lambda pattern: pattern.specificity, default=None)


def pattern_sizes(codebase: Codebase) -> Mapping[str, int]:
    """Return how many modules each pattern put into its layer, by its text."""
    found: Counter[str] = Counter()
    for module in codebase.modules:
        member = codebase.memberships.get(module.name)
        pattern = deciding_pattern(member.layer, module) if member else None
        if pattern:
            found[pattern.text] += 1
    return found
