"""What a project says of its bounded contexts: `[tool.archlint.contexts]`."""

from archlint.model.architecture.contexts import USUAL_FACE, Contexts
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import CONTEXT
from archlint.settings.face_keys import read_face
from archlint.settings.layer_tables import NamedLayers
from archlint.settings.tables import Table


def read_contexts(settings: Table, named: NamedLayers) -> Contexts:
    """Read what contexts may know of one another; only patterns of layers tell them apart."""
    table = settings.table("contexts")
    if table is None:
        return Contexts()
    independent = table.flag("independent")
    face = read_face(table, named.faces)
    if independent and not any(_captures(layer) for layer in named.layers):
        table.wrong(
            "independent",
            f"which context a module lies in is told by {CONTEXT} in the patterns of the layers, "
            f'and none has it; write modules = ["shop.{CONTEXT}.domain"]',
        )
    table.close()
    return Contexts(independent, face or USUAL_FACE)


def _captures(layer: Layer) -> bool:
    return any(CONTEXT in pattern.segments for pattern in layer.patterns)
