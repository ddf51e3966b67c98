"""Where things are, in SARIF's words: files below the root of the repository, names of code."""

from urllib.parse import quote

from archlint.model.place import Place
from archlint.reports.printable import printable, writable
from archlint.reports.run import Run

ROOT = "SRCROOT"

Value = dict[str, object]


def location(run: Run, place: Place, end: int | None = None) -> Value:
    """Return the location of a place, to the column where it ends or to the end of its line."""
    region: Value = {"startLine": max(place.line, 1), "startColumn": place.column}
    if end is not None:
        region |= {"endLine": place.line, "endColumn": end}
    file = {"uri": uri(run.in_repository(place.path)), "uriBaseId": ROOT}
    return {"physicalLocation": {"artifactLocation": file, "region": region}}


def with_message(place: Value, text: str) -> Value:
    """Return a location that says what is there."""
    return {**place, "message": {"text": printable(text)}}


def uri(path: str) -> str:
    """Return a relative path as a URI, the bytes of a name that is no text as they are on disk."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def named(module: str, symbol: str = "") -> Value:
    """Return what is called so in the code."""
    return {"fullyQualifiedName": writable(f"{module}.{symbol}" if symbol else module)}
