"""XML, written: elements with attributes and text, whatever signs are in them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from archlint.reports.printable import printable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
STEP = "  "
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# XML 1.0 cannot hold these two, not even as references; other controls are escaped as anywhere.
NO_CHARACTERS = str.maketrans({"\ufffe": r"\ufffe", "\uffff": r"\uffff"})


@dataclass(frozen=True, slots=True)
class Element:
    """An element; it has either text or children."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple["Element", ...] = ()
    text: str = ""


def document(root: Element) -> str:
    """Return the document, its elements indented."""
    return DECLARATION + "".join(f"{line}\n" for line in _lines(root, ""))


def _lines(element: Element, margin: str) -> Iterator[str]:
    opening = margin + "<" + " ".join([element.name, *_attributes(element.attributes)])
    if element.children:
        yield f"{opening}>"
        for child in element.children:
            yield from _lines(child, margin + STEP)
        yield f"{margin}</{element.name}>"
    elif element.text:
        yield f"{opening}>{_text(element.text.splitlines())}</{element.name}>"
    else:
        yield f"{opening}/>"


def _attributes(attributes: Mapping[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        yield f'{name}="{_written(value)}"'


def _text(lines: Iterable[str]) -> str:
    return "\n".join(map(_written, lines))


def _written(text: str) -> str:
    return printable(text).translate(NO_CHARACTERS).translate(MARKUP)
