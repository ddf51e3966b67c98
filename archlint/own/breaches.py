"""A breach: what a rule of one's own answers, for each place where it is broken."""

from dataclasses import dataclass

from archlint.own.facts import Fact


@dataclass(frozen=True, slots=True)
class Breach:
    """A fact that breaks the rule, with what to say about it and how to mend it.

    `message` and `help` are matter-of-fact, in lower case, without a final stop. The place, the
    module and the layer of the finding are those of the fact. Breaches that have the same message
    and are of one function and target are told once, with all their places. `target` is what must
    not be known or done there, the fact's own unless it is given: with rule, module and symbol, it
    is what a finding is known by later, in a baseline and in allowances.
    """

    fact: Fact
    message: str
    help: str
    target: str = ""

    @property
    def aim(self) -> str:
        """What must not be known or done."""
        return self.target or self.fact.target
