"""What a layer or a context shows to the others: the key `public`."""

from archlint.model.architecture.faces import Face
from archlint.model.architecture.patterns import CONTEXT, Subject
from archlint.settings.pattern_texts import pattern_fault
from archlint.settings.tables import Table


def read_face(table: Table) -> Face | None:
    """Read what the part that a table is about shows to the others, None where it does not say."""
    public = table.texts("public")
    for index, text in enumerate(public or ()):
        if fault := _fault(text):
            table.wrong_element("public", index, fault)
    return None if public is None else Face(public)


def _fault(text: str) -> str:
    if CONTEXT in text:
        return f"{text!r} is counted from what it belongs to, and has no {CONTEXT} of its own"
    return pattern_fault(text, Subject.MODULES)
