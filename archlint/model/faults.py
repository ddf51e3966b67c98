"""Faults that are told to whoever uses archlint, on the command line or as a library."""

from dataclasses import dataclass


class ArchlintError(Exception):
    """There is no audit, for a reason that the user can mend; the message says how.

    All exceptions that archlint raises on purpose are of this kind.
    """


@dataclass(frozen=True, slots=True)
class RuleFault:
    """A rule of one's own that failed while it judged, with the line of its file."""

    rule: str
    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule} cannot be judged: {self.reason}"
