"""The verdicts of all checks, which the rules about what is allowed look at."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.excusing import Allowances
from archlint.model.architecture.speaking import Spoken
from archlint.model.finding import Finding


@dataclass(frozen=True)
class Verdicts:
    """What the checks of `rules` found, and what settings and comments permit of it on that day.

    `breakable` are all rules that find something in the code, whether they were judged or not;
    what `reviewing` ones find cannot be allowed. `findings` are as they were found, `ruled` is what
    the settings allow, `spoken` what comments say.
    """

    findings: tuple[Finding, ...]
    rules: frozenset[str]
    breakable: Collection[str]
    reviewing: Collection[str]
    ruled: tuple[Allowance, ...]
    spoken: tuple[Spoken, ...]
    today: date

    @cached_property
    def allowances(self) -> Allowances:
        """What may stay by the settings and by comments."""
        said = tuple(allowance for each in self.spoken for allowance in each.allowances())
        return Allowances(self.ruled, said)

    def judged(self) -> Iterator[tuple[Allowance, tuple[Finding, ...]]]:
        """Yield each allowance whose rule was judged, with the findings that it is about."""
        covered: dict[Allowance, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            for allowance in self.allowances.about(finding):
                covered[allowance].append(finding)
        for allowance in self.allowances:
            is_vain = allowance.extent and allowance.rule in self.reviewing
            if allowance.rule in self.rules and not is_vain:
                yield allowance, tuple(covered.get(allowance, ()))


def told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of which two may be alike, such as those of equal comments, with a number."""
    told: dict[str, int] = defaultdict(int)
    for finding in findings:
        told[finding.identity] += 1
        number = told[finding.identity]
        yield finding if number == 1 else replace(finding, target=f"{finding.target} ({number})")
