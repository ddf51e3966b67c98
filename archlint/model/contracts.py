"""Contracts: what a project has promised of its imports in the settings of another linter."""

from dataclasses import dataclass

from archlint.model.finding import Severity
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract, by the name that its author gave it; "" stands for all of one file.

    `place` is where it is written, `guidance` what its author says to those who break it.
    """

    name: str
    place: Place
    guidance: str = ""

    @property
    def title(self) -> str:
        """The contract as a message names it."""
        return f"the contract {self.name!r}" if self.name else "the contracts"


@dataclass(frozen=True, slots=True)
class Link:
    """One module imports another by name; `places` are all the statements that do, in order."""

    importer: str
    imported: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class BrokenContract:
    """One breach of a contract, or the reason why it could not be judged.

    `clause` is what the contract says, as a sentence without its stop. `chain` leads from the
    importer to what it must not reach; it is empty where no import is to blame, and `subject` then
    names the module in question. `entrances` are further importers of the second module of the
    chain, `exits` further modules that its last importer must not import. `way_back` closes the
    circle where the contract forbids one. `severity` is None where the rule decides; `advice` says
    what to do where the contract itself is not at fault.
    """

    contract: Contract
    clause: str
    chain: tuple[Link, ...] = ()
    entrances: tuple[Link, ...] = ()
    exits: tuple[Link, ...] = ()
    way_back: tuple[Link, ...] = ()
    subject: str = ""
    severity: Severity | None = None
    advice: str = ""
