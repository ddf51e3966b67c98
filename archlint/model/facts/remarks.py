"""A remark: what a comment of the code says to archlint, and the lines that it is about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RemarkKind(StrEnum):
    """What a comment behind `# archlint:` begins with."""

    ALLOW = "allow"
    ALLOW_FILE = "allow-file"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment such as `# archlint: allow[outward-import] because the ledger moves`.

    `names` are the rules that it allows, or the one role that it gives. `first` and `last` are the
    lines that it is about: its own, and those of the head of the statement at which it stands;
    `definition` is the class or function that begins there. `fault` says why it means nothing.
    Lines count from 1, columns from 0.
    """

    kind: RemarkKind
    names: tuple[str, ...]
    line: int
    column: int
    first: int
    last: int
    definition: str = ""
    is_at_class: bool = False
    because: str = ""
    until: date | None = None
    fault: str = ""
