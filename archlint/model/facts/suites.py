"""A suite: what one file of tests says, as far as it shows what its tests need."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from archlint.model.facts.outline import Import
from archlint.model.facts.remarks import Remark


class Manner(StrEnum):
    """How a test speaks of something."""

    NAMES = "names"
    CALLS = "calls"
    PATCHES = "patches"  # as a dotted name in a string


class Mention(NamedTuple):
    """A chain of names, `a.b.c`; lines count from 1, columns from 0."""

    chain: str
    line: int
    column: int
    manner: Manner = Manner.NAMES


class Kind(StrEnum):
    """What a part of a file of tests is for."""

    TEST = "test"
    FIXTURE = "fixture"
    OTHER = "other"  # a helper, the body of a class, or what stands beside all functions


@dataclass(frozen=True, slots=True)
class Routine:
    """A function of a file of tests with all that is nested in it, or what stands beside those.

    `name` is the name by which tests ask for it where it is a fixture, and the qualified name
    else. `asked` are the fixtures that it asks for, `markers` the last names of its markers, those
    of its class among them.
    """

    name: str
    line: int
    column: int = 0
    kind: Kind = Kind.OTHER
    is_autouse: bool = False
    asked: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Actor(NamedTuple):
    """A class that a file of tests defines; `bases` are chains of names."""

    name: str
    bases: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """The imports and routines of a file of tests; `markers` are those of all its tests.

    `remarks` are what comments say to archlint. `copied` are the chains of names of what mocks are
    made to look like, as in `Mock(spec=Users)`, or of what is patched as an object.
    """

    imports: tuple[Import, ...] = ()
    markers: tuple[str, ...] = ()
    routines: tuple[Routine, ...] = ()
    remarks: tuple[Remark, ...] = ()
    actors: tuple[Actor, ...] = ()
    copied: tuple[str, ...] = ()

    @property
    def tests(self) -> Iterator[Routine]:
        """The tests themselves."""
        return (routine for routine in self.routines if routine.kind is Kind.TEST)

    def fixture(self, name: str) -> Routine | None:
        """Return the fixture of that name that is defined here, the last one, if there is one."""
        for routine in reversed(self.routines):
            if routine.kind is Kind.FIXTURE and routine.name == name:
                return routine
        return None
