"""The comparison: imports that the other tool forbids, beside what archlint finds."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

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

    An import is a pair of modules, or of a module and a library, wherever and however often it
    stands; `agreed` are the imports and the chains of them that both object to. `beyond` counts by
    rule what only archlint looks at: imports by name at run time, and those for type checkers where
    the other tool passes over them.
    """

    imports: int
    chains: int
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


def imported(dependency: Dependency) -> str:
    """Return the module that a statement names, or the package from outside."""
    return named(dependency) or dependency.library.partition(".")[0]


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


Pair = tuple[str, str]
"""An importing module, and what it imports."""

Line = tuple[str, int]
"""The path of a file, and a line of it."""

LIBRARY_RULES = ("framework-import", "framework-chain")
"""The rules that tell a library where it must not be."""


@dataclass(frozen=True)
class Evidence:
    """All imports of the project, and what archlint finds of them.

    `library_of` returns the name under which findings tell a package from outside.
    """

    dependencies: Sequence[Dependency]
    findings: Sequence[Finding]
    library_of: Callable[[str], str]
    passes_over_types: bool = False

    def compare(
        self, breaches: Iterable[Breach], known: Collection[Pair], reasons: Reasons
    ) -> Comparison:
        """Compare the findings with the breaches that the other tool tells.

        `known` are the imports that both judge, also those that neither objects to.
        """
        theirs = tuple(_gathered(breaches))
        hits = {breach: tuple(self._hits(breach)) for breach in theirs}
        matched = frozenset(chain.from_iterable(hits.values()))
        ours: dict[str, _Told] = {}
        beyond: dict[str, str] = {}
        for told in self._unmatched(matched):
            finding = told.finding
            if reasons.is_beyond(finding) or self._is_beyond(self._statements[told.line]):
                beyond[finding.identity] = finding.rule
            else:
                ours.setdefault(finding.identity, told)
        imports, chains = self._compared(theirs, ours.values())
        return Comparison(
            imports=len(imports.union(known)),
            chains=len(chains),
            agreed=sum(map(bool, hits.values())),
            only_theirs=tuple(self._missed(each, reasons) for each in theirs if not hits[each]),
            only_ours=tuple(self._added(each, reasons) for each in ours.values()),
            beyond=Counter(beyond.values()),
        )

    def _compared(
        self, theirs: Iterable[Breach], ours: Iterable["_Told"]
    ) -> tuple[set[Pair], set[object]]:
        """Return the imports and the chains that one of the two objects to at least."""
        imports: set[Pair] = set()
        chains: set[object] = set()
        for breach in theirs:
            if breach.links:
                chains.add(breach)
            else:
                imports.add((breach.importer, breach.imported))
        for told in ours:
            finding = told.finding
            if len(finding.chain) > _DIRECT:
                chains.add(finding.identity)
                continue
            found = (d for d in self._statements[told.line] if d.target == finding.target)
            pairs = {(d.importer.name, imported(d)) for d in found if imported(d)}
            imports |= pairs or {(finding.module, finding.target)}
        return imports, chains

    def _hits(self, breach: Breach) -> Iterator["_Told"]:
        library = self.library_of(breach.imported)
        for line in breach.links or ((breach.path, line) for line in breach.lines):
            names = {breach.imported, *self._judged_as(breach, line)}
            yield from (told for told in self._told[line] if told.is_about(names, library))

    def _judged_as(self, breach: Breach, line: Line) -> Iterator[str]:
        """Yield the modules that the imported names of a line were defined in."""
        for dependency in self._statements[line]:
            if dependency.target and (breach.links or named(dependency) == breach.imported):
                yield dependency.target

    def _unmatched(self, matched: Collection["_Told"]) -> Iterator["_Told"]:
        for _, lines in sorted(self._told.items()):
            for told in sorted(lines, key=lambda each: each.finding.target):
                if told not in matched:
                    yield told

    @cached_property
    def _told(self) -> dict[Line, list["_Told"]]:
        found: dict[Line, list[_Told]] = defaultdict(list)
        for finding in self.findings:
            if finding.state is not State.ALLOWED:
                for place in dict.fromkeys((finding.place, *finding.also)):
                    line = (place.path, place.line)
                    found[line].append(_Told(line, finding))
        return found

    @cached_property
    def _statements(self) -> dict[Line, list[Dependency]]:
        found: dict[Line, list[Dependency]] = defaultdict(list)
        for dependency in self.dependencies:
            found[dependency.place.path, dependency.place.line].append(dependency)
        return found

    def _is_beyond(self, statements: Collection[Dependency]) -> bool:
        """Whether the other tool does not look at such lines at all."""
        return all(not d.is_static or (d.is_soft and self.passes_over_types) for d in statements)

    def _missed(self, breach: Breach, reasons: Reasons) -> Difference:
        line = (breach.path, breach.lines[0])
        found = [d for d in self._statements[line] if imported(d) == breach.imported]
        reason = next(filter(None, map(reasons.theirs, found)), "")
        manner = " by way of other modules" if breach.links else ""
        told = f"{breach.importer} imports {breach.imported}{manner}, against {breach.by}"
        return Difference(*line, told, reason)

    def _added(self, told: "_Told", reasons: Reasons) -> Difference:
        reason = next(filter(None, map(reasons.ours, self._statements[told.line])), "")
        return Difference(*told.line, told.finding.message, reason)


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding, and one of the lines that it tells."""

    line: Line
    finding: Finding

    def is_about(self, modules: Iterable[str], library: str) -> bool:
        """Whether it objects to one of these modules, or to a library told by this name."""
        target = self.finding.target
        if self.finding.rule in LIBRARY_RULES:
            return target == library
        return any(is_at_or_below(target, m) or is_at_or_below(m, target) for m in modules)


_DIRECT = 2  # an importer and what it imports


def _gathered(breaches: Iterable[Breach]) -> Iterator[Breach]:
    """Yield each import and each chain once, whoever forbids it."""
    found: dict[Breach, list[str]] = defaultdict(list)
    for breach in breaches:
        found[replace(breach, by="")].append(breach.by)
    for breach, names in found.items():
        yield replace(breach, by=" and ".join(dict.fromkeys(names)))
