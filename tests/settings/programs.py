"""Programs for tests of styles: modules from a list of paths."""

from collections.abc import Mapping
from itertools import product

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer
from archlint.model.facts.outline import Outline
from archlint.model.modules import Module
from archlint.sources.skim import skim


def modules(paths: str) -> tuple[Module, ...]:
    """Return a module for each path; `a/{b,c}.py` stands for two."""
    return tuple(_module(path) for group in paths.split() for path in _spread(group))


def _spread(group: str) -> list[str]:
    parts = [part.split(",") for part in group.replace("}", "{").split("{")]
    return ["".join(choice) for choice in product(*parts)]


def _module(path: str) -> Module:
    is_package = path.endswith("/__init__.py")
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Module(name, path, is_package)


def outlines(sources: Mapping[str, str]) -> dict[str, Outline]:
    """Return the outline of each module's source."""
    return {name: skim(source.encode()) for name, source in sources.items()}


def roles(layers: tuple[Layer, ...], program: tuple[Module, ...]) -> dict[str, str]:
    """Return the role of the layer of each module, "" for none."""
    architecture = Architecture(layers)
    found = {module.name: architecture.membership(module) for module in program}
    return {name: str(each.layer.role) if each else "" for name, each in found.items()}
