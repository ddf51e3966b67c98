"""Uses: where a file uses the names that its imports bind, and where it spells out foreign ones."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from archlint.model.facts.outline import Guard, Scope


class Manner(StrEnum):
    """What a use of a name is for."""

    RUNS = "runs"
    ANNOTATES = "annotates"
    SPELLS = "spells"  # the same as ANNOTATES, in quotes or in a comment


@dataclass(frozen=True, slots=True)
class Use:
    """A chain of names, `a.b.c`, that starts with a name which an import of the file binds.

    `imported` are the lines of the import statements that bind its first name where the chain
    stands; there are none for a chain in quotes whose first name nothing binds. Lines count from
    1, columns from 0.
    """

    chain: str
    line: int
    column: int
    manner: Manner = Manner.RUNS
    scope: Scope = Scope.MODULE
    guard: Guard = Guard.NONE
    imported: tuple[int, ...] = ()

    @property
    def root(self) -> str:
        """The first name of the chain."""
        return self.chain.partition(".")[0]

    @property
    def is_for_types(self) -> bool:
        """Whether the program would do the same without it."""
        return self.manner is not Manner.RUNS or self.guard is Guard.TYPE_CHECKING


@dataclass(frozen=True)
class Uses:
    """All uses of one file, in the order of its text."""

    uses: tuple[Use, ...] = ()

    def bound_by(self, line: int, name: str) -> Sequence[Use]:
        """Return the uses of a name that an import statement in that line binds."""
        return self._bound.get((line, name), ())

    @cached_property
    def _bound(self) -> Mapping[tuple[int, str], Sequence[Use]]:
        """The uses of what imports bind, by the line of the statement and the first name."""
        found: dict[tuple[int, str], list[Use]] = defaultdict(list)
        for use in self.uses:
            for line in dict.fromkeys(use.imported):
                found[line, use.root].append(use)
        return found
