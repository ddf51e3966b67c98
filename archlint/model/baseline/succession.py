"""Succession: which new finding is an accepted one whose module, class or target was renamed.

A name may differ only where the old one has gone from the code base, so that mending one breach
never pays for a second one elsewhere. Under each key, the most telling first, an entry and a
finding belong together when neither could belong to another; nobody guesses between two.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from archlint.model.baseline.entries import Entry
from archlint.model.baseline.presence import Gone, Presence
from archlint.model.finding import Finding

Pair = tuple[Entry, Finding]


class Named(Protocol):
    """What a finding and an entry have in common."""

    @property
    def rule(self) -> str:
        """The rule that is broken."""
        ...

    @property
    def module(self) -> str:
        """The module in which it is broken."""
        ...

    @property
    def symbol(self) -> str:
        """The class or function in it."""
        ...

    @property
    def target(self) -> str:
        """What it must not know."""
        ...


Key = Callable[[Named], tuple[str, ...] | None]


def successions(
    entries: Sequence[Entry], findings: Sequence[Finding], presence: Presence
) -> Iterator[Pair]:
    """Yield entries with the findings that have become of them.

    What is known to have become of a module holds for all that is said of it: then a class in it
    may have been renamed as well.
    """
    first = [(entries[number], each) for number, each in _pairs(entries, findings, presence)]
    yield from first
    if modules := _renamed(first):
        met = {entry.identity for entry, _ in first}, {finding.identity for _, finding in first}
        rest = [entry for entry in entries if entry.identity not in met[0]]
        unmet = [finding for finding in findings if finding.identity not in met[1]]
        following = [entry.translated(modules) for entry in rest]
        for number, finding in _pairs(following, unmet, presence):
            yield rest[number], finding


def _renamed(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the modules that others have become, each as all pairs say."""
    told: dict[str, set[str]] = defaultdict(set)
    for entry, finding in pairs:
        told[entry.module].add(finding.module)
    return {old: new for old, (new, *others) in told.items() if new != old and not others}


def _pairs(
    entries: Sequence[Entry], findings: Sequence[Finding], presence: Presence
) -> Iterator[tuple[int, Finding]]:
    """Yield the numbers of entries with the findings that have become of them."""
    if not findings:
        return
    lost = {number: (entry, presence.gone(entry)) for number, entry in enumerate(entries)}
    candidates = dict(enumerate(findings))
    for key in KEYS:
        for number, position in _settled(lost, candidates, key):
            del lost[number]
            yield number, candidates.pop(position)


def _settled(
    lost: Mapping[int, tuple[Entry, Gone]], candidates: Mapping[int, Finding], key: Key
) -> list[tuple[int, int]]:
    """Return the numbers of those that belong together by a key, and to nobody else."""
    by_key: dict[tuple[str, ...] | None, list[int]] = defaultdict(list)
    for position, finding in candidates.items() if lost else ():
        by_key[key(finding)].append(position)
    by_key.pop(None, None)
    options = {
        number: [at for at in by_key[key(entry)] if _may_follow(entry, gone, candidates[at])]
        for number, (entry, gone) in lost.items()
    }
    claims = Counter(at for each in options.values() for at in each)
    return [(n, at[0]) for n, at in options.items() if len(at) == 1 and claims[at[0]] == 1]


def _may_follow(entry: Entry, gone: Gone, finding: Finding) -> bool:
    """Whether every name of the finding is the one accepted, or that one has gone."""
    return (
        (entry.module == finding.module or gone.module)
        and (entry.symbol == finding.symbol or gone.symbol)
        and (entry.target == finding.target or gone.target)
    )


def _moved(kept: int) -> Key:
    """Return the key of what lies elsewhere, by the last names of its module and its target."""
    return lambda it: (it.rule, _tail(it.module, kept), it.symbol, _tail(it.target, kept))


def _by_owner(it: Named) -> tuple[str, ...] | None:
    member = it.symbol.partition(".")[2]
    return (it.rule, it.module, member, it.target) if member else None


def _tail(dotted: str, kept: int) -> str:
    return ".".join(dotted.split(".")[-kept:])


_LONGEST = 6
KEYS: tuple[Key, ...] = (
    *(_moved(kept) for kept in range(_LONGEST, 0, -1)),
    lambda it: (it.rule, it.symbol, it.target, ""),
    _by_owner,
    lambda it: (it.rule, it.module, it.target),
    lambda it: (it.rule, it.module, it.symbol, _tail(it.target, 1)),
    lambda it: (it.rule, it.module, it.symbol),
)
"""Moved; its module renamed; its class; its class or function; its target moved; or renamed."""
