"""A contest: what somebody tells of a labelled project, held against the labels."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.accuracy.groups import GROUPS, Group
from benchmarks.accuracy.labels import Item, Project
from benchmarks.accuracy.scores import Score


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was told of a line; what is `in_favour` is no mistake where nothing is."""

    group: str
    file: str
    line: int
    what: str
    in_favour: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """A labelled project with the folder of its checkout."""

    project: Project
    checkout: Path

    @property
    def root(self) -> Path:
        """Where the code begins that is judged."""
        return self.checkout / self.project.root

    def path(self, below_root: str) -> str:
        """Return a path as the labels spell it."""
        return (Path(self.project.root) / below_root).as_posix()


Contestant = Callable[[Subject], Iterable[Told]]


@dataclass(slots=True)
class Standing:
    """What one contestant has reached, by group, and where labels say otherwise."""

    scores: dict[str, Score] = field(default_factory=lambda: {g.name: Score() for g in GROUPS})
    disputes: list[str] = field(default_factory=list)

    def add(self, subject: Subject, told: Iterable[Told]) -> None:
        """Hold against the labels what was told of a project."""
        everything = tuple(dict.fromkeys(told))
        for group in GROUPS:
            items = [i for i in subject.project.items if i.rule in (group.violation, group.clean)]
            mine = [each for each in everything if each.group == group.name]
            self.disputes += self._matched(group, subject, items, mine)

    def _matched(
        self, group: Group, subject: Subject, items: list[Item], told: list[Told]
    ) -> Iterator[str]:
        score, hit, name = self.scores[group.name], set[Item](), subject.project.name
        for each in told:
            item = _meant(items, each)
            if item is None:
                score.unlabelled += not each.in_favour
                if not each.in_favour:
                    yield f"no label  {name} {each.file}:{each.line} {each.what}"
            elif item.is_violation or not each.in_favour:
                hit.add(item)
        for item in items:
            score.add(item, is_told=item in hit)
            if item.is_violation != (item in hit):
                word = "missed  " if item.is_violation else "wrong   "
                doubt = "" if item.is_clear else " (borderline)"
                yield f"{word}  {name} {item.file}:{item.line} {item.symbol}{doubt}: {item.why}"


def _meant(items: list[Item], told: Told) -> Item | None:
    """Return the narrowest item that holds a line, a violation before what is clean."""
    held = [item for item in items if item.holds(told.file, told.line)]
    narrow = [item for item in held if not item.is_whole_module] or held
    return min(narrow, key=lambda i: (i.end_line - i.line, not i.is_violation), default=None)
