"""Concerns: what the test of a branch is about, and on which value it turns."""

from dataclasses import dataclass
from enum import IntEnum

from archlint.model.code.controller_evidence.naming import told
from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.code.controller_evidence.vocabulary import words
from archlint.model.facts.expressions import Expression

PROVING = frozenset({"password", "credentials", "otp", "totp"})


class Concern(IntEnum):
    """What a test is about; of several, the greatest counts."""

    NOTHING = 0  # transport, or not known
    ABSENCE = 1  # that something is not there, a rule only where it is made then
    ACCESS = 2  # who may do or see it
    ASKED = 3  # the model is asked, and decides by itself
    PRESENCE = 4  # that something exists already
    RULE = 5  # the state of the domain


@dataclass(frozen=True, slots=True)
class Condition:
    """What a test is about, and on which value it turns."""

    concern: Concern
    origin: Origin = Origin.NOWHERE
    value: Expression | None = None

    @property
    def subject(self) -> str:
        """The value as a reader would name it."""
        return told(self.value) if self.value else ""

    @property
    def is_proof(self) -> bool:
        """Whether a row is asked whether whoever comes in is who he says."""
        asked = words(self.subject.rpartition(".")[2])
        return self.concern is Concern.ASKED and bool(asked & PROVING)


NOTHING = Condition(Concern.NOTHING)
