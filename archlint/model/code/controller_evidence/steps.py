"""Steps: what one function of a handler does, one thing after the other."""

from collections.abc import Iterator

from archlint.model.code.controller_evidence.acts import Act, Deed
from archlint.model.code.controller_evidence.vocabulary import ACCESS, verb, words
from archlint.model.facts.statements import Statement, StatementKind, expressions_in, walk

STEPPING = frozenset({Deed.WRITE, Deed.KEEP, Deed.COMMAND, Deed.IO})
LEAVING = frozenset({StatementKind.RETURN, StatementKind.RAISE})
UPKEEP = frozenset(
    {"refresh", "flush", "rollback", "close", "open", "expunge", "expire", "clear", "start"}
)
BESIDE = frozenset({"authenticate", "login", "logout", "token", "tokens", "cache"})
"""Who comes in is a matter of the door, whatever is noted of it; a cache only saves time."""
ASSERTING = frozenset({"assert", "authorize", "authorise"})
PROVING = frozenset({"verify", "validate", "check"})
"""Verbs of what lets somebody on; the latter only where it is about secrets or rights."""


class Steps:
    """The steps of one function, by its statements and by what they do."""

    def __init__(self, body: tuple[Statement, ...], acts: tuple[Act, ...]) -> None:
        self._body = body
        cleaning = _cleaning(body)
        self._acts = tuple(act for act in acts if act.line not in cleaning)

    def all(self) -> Iterator[Act]:
        """Yield what the function does one after the other; a commit only ends it."""
        told: dict[str, Act] = {}
        for act in self._acts:
            done = act.thing or act.subject
            is_more = act.deed in STEPPING and done not in told and not _is_preparing(act)
            if is_more and not any(self.is_either(x.line, act.line) for x in told.values()):
                told[done] = act
        yield from told.values()

    def lasting(self) -> Iterator[Act]:
        """Yield the steps that are known to change something or to reach the outside.

        Where one goes outside and no other is known, what was fetched for it is the first step.
        """
        known = [act for act in self.all() if act.is_lasting]
        if [act.deed for act in known] == [Deed.IO]:
            yield from self._fetched_for(known[0])
        yield from known

    def _fetched_for(self, last: Act) -> Iterator[Act]:
        for act in self._acts:
            if act.deed is Deed.READ and not self.is_either(act.line, last.line):
                yield act
                return

    def is_either(self, first: int, second: int) -> bool:
        """Whether what stands in one of two lines is done, and never both."""
        lines = {first, second}
        branches = (s for s in walk(self._body) if s.kind is StatementKind.IF)
        return any(_parts(branch, lines) for branch in branches)


def _parts(branch: Statement, lines: set[int]) -> bool:
    """Whether a branch leads to one of these lines and away from the other."""
    inside = _lines(branch.body)
    if not lines & inside:
        return False
    is_left = branch.body[-1].kind in LEAVING and max(lines) > max(inside)
    return is_left or bool(lines & _lines(branch.orelse))


def _lines(body: tuple[Statement, ...]) -> frozenset[int]:
    return frozenset({s.line for s in walk(body)} | {e.line for e in expressions_in(body)})


def _cleaning(body: tuple[Statement, ...]) -> frozenset[int]:
    """Return the lines that only clear up, however the rest went."""
    return frozenset(
        line for s in walk(body) if s.kind is StatementKind.FINALLY for line in _lines(s.body)
    )


def _is_preparing(act: Act) -> bool:
    """Whether an act only looks after a session, lets somebody in, or makes who is to act."""
    name = act.subject.rpartition(".")[2].removesuffix("()")
    is_making = act.deed is Deed.COMMAND and name[:1].isupper()
    return is_making or name in UPKEEP or bool(words(name) & BESIDE) or _is_at_the_door(name)


def _is_at_the_door(name: str) -> bool:
    """Whether a name says that somebody is let on, as `verify_credentials` does."""
    first = verb(name)
    return first in ASSERTING or (first in PROVING and bool(words(name) & ACCESS))
