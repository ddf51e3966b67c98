"""The comparison: imports that the other tool forbids, beside what archlint finds."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archlint.contracts.migration.project import is_at_or_below
from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Finding, State


@dataclass(frozen=True, slots=True)
class Breach:
    """An import that the other tool forbids; it stands at each of the places.

    Of a chain of imports `links` has all the lines that make it, `places` those of the first.
    """

    importer: str
    imported: str
    by: str
    path: str
    lines: tuple[int, ...]
    links: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that one of the two objects to, and why the other does not, as far as it is known."""

    path: str
    line: int
    told: str
    reason: str = ""

    def __str__(self) -> str:
        reason = f" ({self.reason})" if self.reason else ""
        return f"{self.path}:{self.line}: {self.told}{reason}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the verdicts compare.

    `edges` are the imports between modules that both know. `beyond` counts by rule what only
    archlint looks at: imports by name at run time, and those for type checkers where the other tool
    passes over them.
    """

    edges: int
    agreed: int
    only_theirs: tuple[Difference, ...]
    only_ours: tuple[Difference, ...]
    beyond: Mapping[str, int] = field(default_factory=dict)

    @property
    def agrees(self) -> bool:
        """Whether neither objects to what the other lets pass."""
        return not (self.only_theirs or self.only_ours)


def named(dependency: Dependency) -> str:
    """Return the module that a statement names, "" for one from outside.

    That is `a.b` of `from a import b` where it is a module, else `a`, wherever `b` was defined.
    """
    inside = f"{dependency.literal}.{dependency.statement.name}"
    return inside if dependency.target == inside else dependency.literal


Reason = Callable[[Dependency], str]
"""Says why only one side objects to an import, "" where that is not known."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why only the other tool, and why only archlint objects to an import.

    `is_beyond` says whether a finding is about what the other tool does not look at.
    """

    theirs: Reason
    ours: Reason
    is_beyond: Callable[[Finding], bool]


@dataclass(frozen=True)
class Evidence:
    """All imports of the project, and what archlint finds of them."""

    dependencies: Sequence[Dependency]
    findings: Sequence[Finding]
    passes_over_types: bool = False

    def compare(self, breaches: Iterable[Breach], edges: int, reasons: Reasons) -> Comparison:
        """Compare the findings with the breaches that the other tool tells."""
        told, statements = self._told(), self._statements()
        matched: set[tuple[str, int, str]] = set()
        only_theirs, agreed = [], 0
        for breach in breaches:
            hits = list(_hits(breach, told, statements))
            matched.update(hits)
            agreed += bool(hits)
            if not hits:
                only_theirs.append(_missed(breach, statements, reasons))
        only_ours, beyond = [], Counter[str]()
        for (path, line), findings in sorted(told.items()):
            for target, finding in sorted(findings.items()):
                if (path, line, target) in matched:
                    continue
                found = statements.get((path, line), ())
                if reasons.is_beyond(finding) or self._is_beyond(found):
                    beyond[finding.rule] += 1
                else:
                    reason = next(filter(None, map(reasons.ours, found)), "")
                    only_ours.append(Difference(path, line, finding.message, reason))
        return Comparison(edges, agreed, tuple(only_theirs), tuple(only_ours), beyond)

    def _told(self) -> dict[tuple[str, int], dict[str, Finding]]:
        found: dict[tuple[str, int], dict[str, Finding]] = defaultdict(dict)
        for finding in self.findings:
            if finding.state is not State.ALLOWED:
                found[finding.place.path, finding.place.line][finding.target] = finding
                for place in finding.also:
                    found[place.path, place.line][finding.target] = finding
        return found

    def _statements(self) -> dict[tuple[str, int], list[Dependency]]:
        found: dict[tuple[str, int], list[Dependency]] = defaultdict(list)
        for dependency in self.dependencies:
            found[dependency.place.path, dependency.place.line].append(dependency)
        return found

    def _is_beyond(self, statements: Collection[Dependency]) -> bool:
        """Whether the other tool does not look at such lines at all."""
        return all(not d.is_static or (d.is_soft and self.passes_over_types) for d in statements)


def _hits(
    breach: Breach,
    told: Mapping[tuple[str, int], Mapping[str, Finding]],
    statements: Mapping[tuple[str, int], Sequence[Dependency]],
) -> Iterator[tuple[str, int, str]]:
    for path, line in breach.links or ((breach.path, line) for line in breach.lines):
        names = {breach.imported}
        for dependency in statements.get((path, line), ()):
            if named(dependency) == breach.imported or breach.links:
                names.add(dependency.target)
        for target in told.get((path, line), ()):
            if any(is_at_or_below(target, n) or is_at_or_below(n, target) for n in names if n):
                yield path, line, target


def _missed(
    breach: Breach,
    statements: Mapping[tuple[str, int], Sequence[Dependency]],
    reasons: Reasons,
) -> Difference:
    line = breach.lines[0]
    found = [d for d in statements.get((breach.path, line), ()) if named(d) == breach.imported]
    reason = next(filter(None, map(reasons.theirs, found)), "")
    manner = " by way of other modules" if breach.links else ""
    told = f"{breach.importer} imports {breach.imported}{manner}, against {breach.by}"
    return Difference(breach.path, line, told, reason)
