"""What rules of one's own find, worked out before all rules are judged together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.assembly.program import Program
from archlint.auditing import Judge
from archlint.model.codebase import Codebase
from archlint.model.faults import RuleFault
from archlint.model.finding import Finding
from archlint.model.rule import Rule
from archlint.own_rule import OwnRule, judge_own


@dataclass(frozen=True)
class OwnVerdicts:
    """What own rules found, by their names; those with `faults` could not be judged."""

    findings: dict[str, tuple[Finding, ...]]
    faults: tuple[RuleFault, ...]

    def judgeable(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules without those that failed: of these, nothing is known."""
        failed = {fault.rule for fault in self.faults}
        return tuple(rule for rule in rules if rule.name not in failed)

    def judges(self, own: Iterable[OwnRule]) -> dict[str, Judge]:
        """Return a judge for each own rule, who tells what is known already."""
        return {each.rule.name: self._judge for each in own}

    def _judge(self, _codebase: Codebase, rule: Rule) -> Iterator[Finding]:
        return iter(self.findings.get(rule.name, ()))


def own_verdicts(read: Program, rules: Iterable[Rule]) -> OwnVerdicts:
    """Have the own rules judge a program; one that fails does not keep the others from it."""
    told = dict(judge_own(read.codebase, read.settings.own_rules, rules))
    return OwnVerdicts(
        findings={n: found for n, found in told.items() if not isinstance(found, RuleFault)},
        faults=tuple(fault for fault in told.values() if isinstance(fault, RuleFault)),
    )
