"""Regular expressions of paths, as far as path patterns can say the same."""

import re
from collections.abc import Iterator
from itertools import product

_TOKEN = re.compile(
    r"(?P<many>\.[*+]|\[\^/\][*+])"
    r"|\((?:\?:)?(?P<choice>[\w./|\\-]*)\)(?P<maybe>\??)"
    r"|(?P<optional>[\w/-])\?"
    r"|\\(?P<escaped>[./_-])"
    r"|(?P<plain>[\w/-])"
)
_MANY = "\0"


def globs(regex: str) -> tuple[str, ...]:
    """Return path patterns for a regular expression that is matched from the start of a path.

    () where it says something that no pattern can say. A pattern covers what lies below it.
    """
    found: list[str] = []
    for branch in _branches(regex):
        alternatives = _alternatives(branch.removeprefix("^"))
        if alternatives is None:
            return ()
        found += (_glob(each) for each in alternatives)
    return tuple(dict.fromkeys(found))


def _branches(regex: str) -> Iterator[str]:
    """Yield the alternatives of the whole expression."""
    depth, start = 0, 0
    for at, character in enumerate(regex):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and not depth:
            yield regex[start:at]
            start = at + 1
    yield regex[start:]


def _alternatives(branch: str) -> list[str] | None:
    """Return the texts that a branch stands for, with a mark for anything; None if unknown."""
    ends = branch.endswith("$") and not branch.endswith("\\$")
    branch = branch[:-1] if ends else branch
    parts: list[list[str]] = []
    at = 0
    while at < len(branch):
        token = _TOKEN.match(branch, at)
        if token is None:
            return None
        parts.append(_texts(token))
        at = token.end()
    tail = "" if ends else _MANY
    return [f"{''.join(texts)}{tail}" for texts in product(*parts)]


def _texts(token: re.Match[str]) -> list[str]:
    if token["many"]:
        return [_MANY]
    if token["choice"] is not None:
        texts = token["choice"].replace("\\", "").split("|")
        return [*texts, ""] if token["maybe"] else texts
    if token["optional"]:
        return [token["optional"], ""]
    return [token["escaped"] or token["plain"]]


def _glob(text: str) -> str:
    segments: list[str] = []
    for segment in re.sub(f"{_MANY}+", _MANY, text).strip("/").split("/"):
        if segment == _MANY:
            segments.append("**")
        elif segment.startswith(_MANY):
            segments += ["**", f"*{segment[1:].replace(_MANY, '*')}"]
        else:
            segments.append(segment.replace(_MANY, "*"))
    while len(segments) > 1 and segments[-1] == "**":
        segments.pop()
    return "/".join(segments)
