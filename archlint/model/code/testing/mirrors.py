"""Mirrors: the part of the program that a file of tests is about, as its path says."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from archlint.model.architecture.layers import Layer, Role
from archlint.model.modules import Module

_Chain = tuple[str, ...]
_ByName = dict[str, Layer]
_HOMES = frozenset({"test", "tests", "__tests__", "testing", "unit", "units"})
_UNIT = frozenset({"unit", "units"})
_PREFIX, _SUFFIX = "test_", "_test"


class Mirrors:
    """The layers of the modules below each folder, and of each file, by the ends of their paths."""

    def __init__(self, modules: Iterable[Module], layer_of: Callable[[str], Layer | None]) -> None:
        self.modules = tuple(modules)
        self._layer_of = layer_of

    def of(self, test: Module) -> Layer | None:
        """Return the layer of the core whose folders or file a path repeats, None without one.

        `tests/unit/orders/domain/test_order.py` is about `shop/orders/domain/order.py`. The file
        decides where two of its names agree, else the deepest folder that is known; its own name
        alone among unit tests only.
        """
        *folders, file = test.path.removesuffix(".py").lower().split("/")
        names = [*(name for name in folders if name not in _HOMES), _subject(file)]
        found = self._layers(names, self._files, 2)
        for depth in range(len(names) - 1, 0, -1):
            found = found or self._layers(names[:depth], self._folders, 1)
        if not found and _UNIT.intersection(folders):
            found = self._layers(names[-1:], self._files, 1)
        return _core(found)

    def _layers(self, names: list[str], known: Mapping[_Chain, _ByName], shortest: int) -> _ByName:
        """Return what is known by the longest chain that ends with the last of the names."""
        for start in range(len(names) - shortest + 1):
            if found := known.get(tuple(names[start:])):
                return found
        return {}

    @cached_property
    def _files(self) -> Mapping[_Chain, _ByName]:
        return self._indexed(lambda parts: [parts])

    @cached_property
    def _folders(self) -> Mapping[_Chain, _ByName]:
        return self._indexed(lambda parts: [parts[:end] for end in range(1, len(parts))])

    def _indexed(self, chains: Callable[[_Chain], list[_Chain]]) -> Mapping[_Chain, _ByName]:
        index: dict[_Chain, _ByName] = defaultdict(dict)
        for module in self.modules:
            if layer := self._layer_of(module.name):
                parts = tuple(module.path.lower().removesuffix(".py").split("/"))
                for chain in chains(parts):
                    for ending in _endings(chain):
                        index[ending][layer.name] = layer
        return index


def _endings(chain: _Chain) -> Iterator[_Chain]:
    return (chain[start:] for start in range(len(chain)))


def _subject(file: str) -> str:
    return file.removeprefix(_PREFIX).removesuffix(_SUFFIX)


def _core(layers: _ByName) -> Layer | None:
    """Return the outermost of some layers, if all are of the core; a root may lie among them."""
    meant = [layer for layer in layers.values() if layer.role is not Role.COMPOSITION]
    if not meant or not all(layer.is_core for layer in meant):
        return None
    return max(meant, key=lambda layer: (layer.ring, layer.name))
