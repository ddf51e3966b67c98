"""The wording of a remark: what stands behind `# archlint:`, as values.

A comment can serve several readers: what follows a further number sign is somebody else's.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from archlint.model.facts.remarks import RemarkKind
from archlint.model.nearest import unknown

_OTHERS = re.compile(r"\s#(?=\s|noqa\b|[a-z-]+:)")
_WORD = re.compile(r"([\w-]*)\s*(.*)", re.DOTALL)
_UNTIL = re.compile(r"(?:^|(?<=\s))until\s*=\s*(?!because\b)(\S*)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BECAUSE = re.compile(r"because\b[\s:]*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """What one remark says; `fault` is what is wrong with it, in words."""

    kind: RemarkKind = RemarkKind.ALLOW
    names: tuple[str, ...] = ()
    because: str = ""
    until: date | None = None
    fault: str = ""


def read(text: str) -> Said:
    """Return what a text behind `# archlint:` says."""
    text = _OTHERS.split(text, maxsplit=1)[0].strip()
    found = _WORD.match(text)
    word, rest = found.groups() if found else ("", text)
    if word == RemarkKind.ROLE:
        return _role(rest)
    if word in {RemarkKind.ALLOW, RemarkKind.ALLOW_FILE}:
        return _allowance(RemarkKind(word), rest)
    if not word:
        return Said(fault="this comment says nothing that archlint understands")
    return Said(fault=unknown("word", word, RemarkKind))


def _role(rest: str) -> Said:
    said = Said(RemarkKind.ROLE)
    name, _, tail = rest.removeprefix("=").strip().partition(" ")
    if not rest.startswith("=") or not name:
        return replace(said, fault="this comment names no role")
    because = _BECAUSE.fullmatch(tail.strip())
    if tail.strip() and not because:
        return replace(said, fault=f"unknown words behind the role: {tail.strip()}")
    return replace(said, names=(name,), because=because[1] if because else "")


def _allowance(kind: RemarkKind, rest: str) -> Said:
    said = Said(kind)
    inside, closing, tail = rest.removeprefix("[").partition("]")
    names = tuple(dict.fromkeys(name.strip() for name in inside.split(",") if name.strip()))
    if not rest.startswith("["):
        return replace(said, fault="this allowance names no rule")
    if not closing:
        return replace(said, fault=f"the bracket behind {kind} is never closed")
    if not names:
        return replace(said, fault="this allowance names no rule")
    return _reasoned(replace(said, names=names), tail)


def _reasoned(said: Said, tail: str) -> Said:
    """Return the allowance with its last day and its reason, in either order."""
    days = _UNTIL.findall(tail)
    because = _BECAUSE.match(_UNTIL.sub("", tail).strip())
    if not because or not because[1].strip():
        return replace(said, fault="this allowance gives no reason")
    if len(days) > 1:
        return replace(said, fault="this allowance names two last days")
    until = _day(days[0]) if days else None
    if days and until is None:
        return replace(said, fault=f"until={days[0]} is not a date; write until=2027-03-01")
    return replace(said, because=" ".join(because[1].split()), until=until)


def _day(text: str) -> date | None:
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
