"""The run that a report belongs to: what it has to know beside the audit."""

from collections.abc import Callable
from dataclasses import dataclass
from posixpath import normpath

from archlint.model.finding import Severity
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class RuleText:
    """What the rule book says of a rule; `body` is Markdown with `## ` headings."""

    title: str
    serves: str
    severity: Severity
    body: str

    def section(self, heading: str) -> str:
        """Return what stands below a heading, "" without such a heading."""
        below = f"\n{self.body}".partition(f"\n## {heading}\n")[2]
        return below.partition("\n## ")[0].strip()

    def opening(self, heading: str) -> str:
        """Return the first paragraph below a heading in one line, "" without such a heading."""
        return " ".join(self.section(heading).partition("\n\n")[0].split())


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why not all could be judged: an own rule that failed, an entry of the baseline that is none.

    `kind` is the name of the rule, or `baseline`; the path is like those of the audit.
    """

    kind: str
    place: Place
    message: str


RuleTexts = Callable[[str], RuleText | None]


def no_texts(_rule: str) -> RuleText | None:
    """Know no page of the rule book."""
    return None


@dataclass(frozen=True, slots=True)
class Run:
    """How the run ends, and where its project lies.

    `folder` leads from the root of the repository to the project, with forward slashes, "" where
    they are the same. `fail_on` is the least severity that fails the run, None where none does.
    With `troubles` a run that found nothing does not say that there is nothing.
    """

    folder: str = ""
    fail_on: Severity | None = Severity.ERROR
    status: int = 0
    remarks: tuple[str, ...] = ()
    rule_text: RuleTexts = no_texts
    troubles: tuple[Trouble, ...] = ()

    def in_repository(self, path: str) -> str:
        """Return a path of the audit as the repository knows it."""
        return normpath(f"{self.folder}/{path}") if self.folder else path

    def fails_by(self, severity: Severity | None) -> bool:
        """Whether a new finding of this severity fails the run."""
        return self.fail_on is not None and (severity or Severity.ERROR).at_least(self.fail_on)


UNKNOWN = Run()
