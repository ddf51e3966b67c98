"""Builds code bases in memory for tests."""

from collections.abc import Mapping

from archlint.graph.grimp_graph import GrimpGraph
from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.catalog import Catalog
from archlint.model.codebase import Codebase
from archlint.model.modules import Module
from archlint.sources.skim import skim
from archlint.sources.study import study

LAYERS = (
    Layer("domain", 0, Role.DOMAIN, (Pattern("shop.domain"),)),
    Layer("use cases", 1, Role.APPLICATION, (Pattern("shop.use_cases"),)),
    Layer("adapters", 2, Role.ADAPTERS, (Pattern("shop.adapters"),)),
)


def module(path: str) -> Module:
    """Return the module of a path below one source root."""
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Module(name, path, path.endswith("__init__.py"))


def codebase(
    files: Mapping[str, str],
    layers: tuple[Layer, ...] = LAYERS,
    catalog: Catalog | None = None,
) -> Codebase:
    """Return the code base of some files, every one studied."""
    modules = tuple(sorted((module(path) for path in files), key=lambda m: m.path))
    architecture = Architecture(layers)
    return Codebase(
        architecture=architecture,
        catalog=catalog or Catalog(),
        modules=modules,
        memberships={m.name: found for m in modules if (found := architecture.membership(m))},
        outlines={m.name: skim(files[m.path].encode()) for m in modules},
        structures={m.name: study(files[m.path].encode()) for m in modules},
        build_graph=GrimpGraph,
    )
