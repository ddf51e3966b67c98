"""What a layer or a context shows to the others: the key `public`."""

from archlint.model.architecture.faces import Face
from archlint.model.architecture.patterns import CONTEXT, Subject
from archlint.model.place import Place
from archlint.settings.pattern_texts import pattern_fault
from archlint.settings.tables import Table

FacePlaces = dict[tuple[str, str], Place]
"""Where the patterns of faces stand, by the name of the layer ("" for contexts) and their text."""


def read_face(table: Table, places: FacePlaces) -> Face | None:
    """Read what the part that a table is about shows to the others, None where it does not say."""
    public = table.texts("public")
    name = table.raw("name") if "name" in table else ""
    for index, text in enumerate(public or ()):
        places.setdefault((str(name), text), table.place_of_element("public", index))
        if fault := _fault(text):
            table.wrong_element("public", index, fault)
    return None if public is None else Face(public)


def _fault(text: str) -> str:
    if CONTEXT in text:
        return f"{text!r} is counted from what it belongs to, and has no {CONTEXT} of its own"
    return pattern_fault(text, Subject.MODULES)
