"""What tach says of one module importing another: layers first, then what modules declare."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archlint.contracts.migration.rulings import Stance
from archlint.contracts.migration.tach.modules import Dependency, TachLayer, TachModule


@dataclass(frozen=True, slots=True)
class Regime:
    """The layers, the highest first; `is_explicit` where these permit nothing undeclared."""

    layers: Sequence[TachLayer]
    is_explicit: bool = False

    def stance(self, one: TachModule, name: str, other: TachModule, imported: str) -> Stance:
        """Return what holds for one module, called `name`, that imports another.

        A deprecated dependency is forbidden here; an excuse lets it pass.
        """
        if one.is_unchecked:
            return Stance.UNSAID
        if said := self._by_layer(one, other):
            return said
        if _any(one.cannot_depend_on, imported) or not _is_visible(other, name):
            return Stance.FORBIDDEN
        if one.depends_on is None or other.is_utility:
            return Stance.UNSAID
        declared = [each for each in one.depends_on if each.matches(imported)]
        is_meant = declared and not declared[0].is_deprecated
        return Stance.PERMITTED if is_meant else Stance.FORBIDDEN

    def _by_layer(self, one: TachModule, other: TachModule) -> Stance | None:
        places = self._places
        here, there = places.get(one.layer), places.get(other.layer)
        if here is None or there is None or here == there:
            return None
        if here > there or any(layer.is_closed for layer in self.layers[here + 1 : there]):
            return Stance.FORBIDDEN
        return None if self.is_explicit else Stance.PERMITTED

    @property
    def _places(self) -> Mapping[str, int]:
        return {layer.name: place for place, layer in enumerate(self.layers)}


def _any(dependencies: Iterable[Dependency], module: str) -> bool:
    return any(each.matches(module) for each in dependencies)


def _is_visible(other: TachModule, name: str) -> bool:
    visible = other.visibility
    return visible is None or any(each.path == "*" or each.matches(name) for each in visible)
