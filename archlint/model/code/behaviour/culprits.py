"""Culprits: functions that do outside what an entity ought to do itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.model.code.behaviour.mutations import Touch
from archlint.model.code.behaviour.state import State, is_bookkeeping
from archlint.model.code.behaviour.writes import ANY, Write
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.roles.identity import bare

WHOLE, HALF = 1.0, 0.5
MANY = 2


@dataclass(frozen=True, slots=True)
class Culprit:
    """A function with the fields that it writes and those that it decides by.

    A write of something constant or computed, or on a condition, is a whole point; so is a loop
    over field names, a change of a collection and a decision. Handing a value on is half a point.
    `is_plain` says that it does nothing but hand values on, as forms do.
    """

    function: ProjectFunction
    line: int
    written: tuple[str, ...]
    decided: tuple[str, ...]
    points: float
    is_plain: bool

    @property
    def text(self) -> str:
        """What it does, in words."""
        done = []
        if self.written:
            named = ["any field by its name" if name == ANY else name for name in self.written]
            done.append(f"writes {listed(named)}")
        if self.decided:
            done.append(f"decides by {listed(self.decided)}")
        return f"{self.function.fact.qualname}() {', '.join(done)}"


def culprits(state: State, touches: Iterable[Touch]) -> Iterator[Culprit]:
    """Yield the functions that write or decide about the state, in the order of the code."""
    for touch in sorted(touches, key=_order):
        written = _written(state, touch)
        decided = _decided(state, touch)
        points = sum(written.values()) + (WHOLE if decided else 0.0)
        if points:
            line, fields = _line(touch, written, decided), tuple(written)
            plain = not decided and _only_hands_on(touch, fields)
            yield Culprit(touch.function, line, fields, decided, points, plain)


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence has them: `a, b and c`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _order(touch: Touch) -> tuple[str, int]:
    return (touch.function.module.path, touch.function.fact.line)


def _written(state: State, touch: Touch) -> dict[str, float]:
    fields = {bare(name): name for name in (*state.data, *state.references)}
    stamps = _stamps(touch)
    found: dict[str, float] = {}
    for write in touch.writes:
        name = _name(write)
        if name == ANY or name in fields:
            found[name] = max(found.get(name, 0.0), _points(write, stamps=stamps))
    return found


def _only_hands_on(touch: Touch, fields: tuple[str, ...]) -> bool:
    handed = (w.is_copy or w.attribute == ANY for w in touch.writes if _name(w) in fields)
    return all(handed) and not _stamps(touch)


def _stamps(touch: Touch) -> bool:
    return any(is_bookkeeping(w.attribute) and not w.is_copy for w in touch.writes)


def _name(write: Write) -> str:
    return ANY if write.attribute == ANY else bare(write.attribute)


def _points(write: Write, *, stamps: bool) -> float:
    """Return what a write weighs: who also says when something changed does the whole update."""
    return HALF if write.is_copy and not stamps else WHOLE


def _decided(state: State, touch: Touch) -> tuple[str, ...]:
    """Return the fields that a function refuses by, or of which it weighs several."""
    fields = {bare(name) for name in (*state.data, *state.references)}
    flags = {bare(name) for name in state.flags}
    weighed = [
        decision
        for decision in touch.decisions
        if (name := bare(decision.attribute)) in fields and (not decision.is_bare or name in flags)
    ]
    names = tuple(dict.fromkeys(bare(decision.attribute) for decision in weighed))
    return names if len(names) >= MANY or any(d.refuses for d in weighed) else ()


def _line(touch: Touch, written: dict[str, float], decided: tuple[str, ...]) -> int:
    lines = [w.line for w in touch.writes if _name(w) in written]
    lines += [d.line for d in touch.decisions if bare(d.attribute) in decided]
    return min(lines, default=touch.function.fact.line)
