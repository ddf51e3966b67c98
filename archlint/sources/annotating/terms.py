"""The terms on which something is allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from archlint.model.facts.remarks import RemarkKind


@dataclass(frozen=True, slots=True)
class Terms:
    """Why something is allowed, and until when; the reason is one line."""

    because: str
    until: date | None = None

    def comment(self, kind: RemarkKind, rules: Iterable[str]) -> str:
        """Return the comment that allows rules on these terms."""
        until = f" until={self.until.isoformat()}" if self.until else ""
        return f"# archlint: {kind}[{', '.join(rules)}]{until} because {self.because}"
