"""Programs for tests of prospecting: files in memory, without any layer."""

from collections.abc import Mapping

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.settings.catalog import shipped_catalog
from archlint.surveying.prospecting.prospect import Prospect, prospect
from tests.building import codebase


def layer(role: Role, *patterns: str) -> Layer:
    """Return a layer that folder names give."""
    return Layer(role.value, 0, role, tuple(Pattern(text) for text in patterns))


def prospected(
    files: Mapping[str, str], *named: Layer, technical: bool = False, sure: bool = True
) -> Prospect:
    """Return what is found in some files, beside the layers that names give."""
    return prospect(codebase(files, (), shipped_catalog()), named, technical=technical, sure=sure)


def patterns(found: Prospect) -> dict[str, list[str]]:
    """Return the patterns of each layer, by its name."""
    return {each.name: [p.text for p in each.patterns] for each in found.layers}


def roles(found: Prospect, files: Mapping[str, str]) -> dict[str, str]:
    """Return the layer of each module, "" for none."""
    base = codebase(files, (), shipped_catalog())
    architecture = Architecture(found.layers)
    members = {module.name: architecture.membership(module) for module in base.modules}
    return {name: member.layer.name if member else "" for name, member in members.items()}
