"""What a project says of its bounded contexts: `[tool.archlint.contexts]`."""

from collections.abc import Iterable

from archlint.model.architecture.contexts import FACES, Contexts
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import CONTEXT, Subject
from archlint.settings.pattern_texts import pattern_fault
from archlint.settings.tables import Table


def read_contexts(settings: Table, layers: Iterable[Layer]) -> Contexts:
    """Read what contexts may know of one another; only patterns of `layers` tell them apart."""
    table = settings.table("contexts")
    if table is None:
        return Contexts()
    independent = table.flag("independent")
    public = table.texts("public")
    for index, text in enumerate(public or ()):
        if fault := _fault(text):
            table.wrong_element("public", index, fault)
    if independent and not any(_captures(layer) for layer in layers):
        table.wrong(
            "independent",
            f"which context a module lies in is told by {CONTEXT} in the patterns of the layers, "
            f'and none has it; write modules = ["shop.{CONTEXT}.domain"]',
        )
    table.close()
    return Contexts(independent, FACES if public is None else public)


def _fault(text: str) -> str:
    if CONTEXT in text:
        return f"{text!r} is counted from the context, and has no {CONTEXT} of its own"
    return pattern_fault(text, Subject.MODULES)


def _captures(layer: Layer) -> bool:
    return any(CONTEXT in pattern.segments for pattern in layer.patterns)
