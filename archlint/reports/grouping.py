"""What a text report leaves out: after the first few findings of one cause, only their number."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archlint.model.finding import Finding, Hop

OF_ONE_CAUSE = 3
OF_ONE_RULE = 100
DIRECT = 2
CHAINS = "-chain"

End = tuple[str, Hop, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that a reader takes for one; `words` name them in the plural."""

    rule: str
    words: str
    limit: int


@dataclass(frozen=True, slots=True)
class Rest:
    """How many findings of a group were left out."""

    group: Group
    count: int

    def __str__(self) -> str:
        return f"and {self.count} more {self.group.words}"


def first_of_each(findings: Sequence[Finding]) -> Iterator[Finding | Rest]:
    """Yield the first findings of each group in their order, each group followed by its rest.

    Chains that end by the same import are one finding.
    """
    findings = list(_joined(findings))
    sizes = Counter(group for finding in findings for group in groups_of(finding))
    told: Counter[Group] = Counter()
    rest: Counter[Group] = Counter()
    shown: list[Finding] = []
    last: dict[Group, int] = {}
    for finding in findings:
        groups = groups_of(finding)
        if full := _first_full(groups, told, sizes):
            rest[full] += 1
            continue
        told.update(groups)
        last.update(dict.fromkeys(groups, len(shown)))
        shown.append(finding)
    for position, finding in enumerate(shown):
        yield finding
        for group in groups_of(finding):
            if rest[group] and last[group] == position:
                yield Rest(group, rest[group])


def groups_of(finding: Finding) -> tuple[Group, ...]:
    """Return the groups of a finding: that of its cause, if it has one, and that of its rule."""
    rule = Group(finding.rule, f"findings of {finding.rule}", OF_ONE_RULE)
    words = _cause(finding)
    return (Group(finding.rule, words, OF_ONE_CAUSE), rule) if words else (rule,)


def _joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings in their order, chains joined at the first of those alike."""
    alike: dict[End | int, list[Finding]] = defaultdict(list)
    for position, finding in enumerate(findings):
        alike[_end(finding) or position].append(finding)
    for group in alike.values():
        yield group[0] if len(group) == 1 else _as_one(group)


def _end(finding: Finding) -> End | None:
    """Return the import by which a chain gets outside, None for what is no such chain."""
    if not finding.rule.endswith(CHAINS) or len(finding.chain) <= DIRECT:
        return None
    return finding.rule, finding.chain[-2], finding.target


def _as_one(chains: Sequence[Finding]) -> Finding:
    """Return the first of several chains, told for all."""
    first = chains[0]
    through = first.chain[-2]
    modules = len({chain.module for chain in chains})
    reach = f"{modules} modules reach" if modules > 1 else "1 module reaches"
    return replace(
        first,
        message=f"{reach} {first.target} through {through.path}:{through.line}",
        also=tuple(sorted({chain.place for chain in chains} - {first.place})),
    )


def _cause(finding: Finding) -> str:
    if len(finding.chain) > DIRECT:
        return f"chains through {finding.chain[-2].module} to {finding.chain[-1].module}"
    if len(finding.chain) == DIRECT:
        return f"imports of {finding.chain[-1].module}"
    if not finding.target:
        return ""
    noun = "imports of" if finding.rule.endswith("-import") else f"findings of {finding.rule}:"
    return f"{noun} {finding.target}"


def _first_full(
    groups: tuple[Group, ...], told: Counter[Group], sizes: Counter[Group]
) -> Group | None:
    """Return the first group with no room; "and 1 more" would be longer than the one finding."""
    for group in groups:
        if told[group] >= group.limit and sizes[group] > group.limit + 1:
            return group
    return None
