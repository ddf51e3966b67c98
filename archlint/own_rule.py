"""A rule of one's own, bound to the function that judges it.

What such rules ask is imported where one is judged: most projects have none.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from archlint.model.faults import RuleFault
from archlint.model.finding import Finding
from archlint.model.rule import Rule

if TYPE_CHECKING:
    from archlint.model.codebase import Codebase
    from archlint.own.breaches import Breach
    from archlint.own.facts import Layer
    from archlint.own.project import Project

Check = Callable[["Project", Rule], Iterable["Breach"]]


class FaultyRuleError(Exception):
    """A rule could not be judged to its end; `fault` says where it failed."""

    def __init__(self, fault: RuleFault) -> None:
        self.fault = fault
        super().__init__(str(fault))


@dataclass(frozen=True, slots=True)
class OwnRule:
    """A rule that does not come with archlint; `file` is where its check is written."""

    rule: Rule
    check: Check
    file: str

    @property
    def page(self) -> Path:
        """The file of its page, which lies beside its check."""
        return Path(self.file).with_name(f"{self.rule.name}.md")

    def findings(self, project: "Project", rule: Rule) -> tuple[Finding, ...]:
        """Return all that the rule finds; raise FaultyRuleError where its check fails."""
        try:
            breaches = [self._whole(each) for each in self.check(project, rule)]
        except (Exception, SystemExit) as error:
            raise FaultyRuleError(self._fault(error)) from error
        return tuple(_findings(rule, breaches))

    def _whole(self, given: object) -> "Breach":
        from archlint.own.breaches import Breach

        if not isinstance(given, Breach):
            raise TypeError(f"what is yielded is of the type {type(given).__name__}, not Breach")
        if not isinstance(given.message, str) or not given.message.strip():
            raise ValueError("a breach has no message")
        return given

    def _fault(self, error: BaseException) -> RuleFault:
        """Return the fault with the last line that was reached in the file of the rule."""
        from traceback import extract_tb

        steps = [
            step.lineno for step in extract_tb(error.__traceback__) if step.filename == self.file
        ]
        line = (steps[-1] if steps else self._first_line()) or 1
        reason = f"{type(error).__name__}: {error}".removesuffix(": ")
        return RuleFault(self.rule.name, self.file, line, " ".join(reason.split()))

    def _first_line(self) -> int:
        code = getattr(self.check, "__code__", None)
        return code.co_firstlineno if code else 1


def judge_own(
    codebase: "Codebase", own: Iterable[OwnRule], rules: Iterable[Rule]
) -> Iterator[tuple[str, tuple[Finding, ...] | RuleFault]]:
    """Yield for each of the own rules that are on what it finds, or why it cannot be judged."""
    from archlint.own.project import Project

    project = Project(codebase)
    active = {rule.name: rule for rule in rules if not rule.is_off}
    for each in own:
        if rule := active.get(each.rule.name):
            try:
                yield rule.name, each.findings(project, rule)
            except FaultyRuleError as error:
                yield rule.name, error.fault


def _findings(rule: Rule, breaches: "Iterable[Breach]") -> Iterator[Finding]:
    """Yield a finding for all breaches that say the same of the same, at the first place."""
    found: dict[tuple[str, str, str, str], Finding] = {}
    for breach in breaches:
        layer = breach.fact.module.layer
        if rule.layers and not _is_meant(layer, rule):
            continue
        finding = _finding(rule, breach)
        key = (finding.module, finding.symbol, finding.target, finding.message)
        first = found.get(key)
        found[key] = _joined(first, finding) if first else finding
    yield from found.values()


def _is_meant(layer: "Layer | None", rule: Rule) -> bool:
    return layer is not None and bool({layer.name, layer.role} & set(rule.layers))


def _joined(first: Finding, other: Finding) -> Finding:
    place, *also = sorted({*first.places, *other.places})
    return replace(first, place=place, also=tuple(also))


def _finding(rule: Rule, breach: "Breach") -> Finding:
    fact = breach.fact
    layer = fact.module.layer
    return Finding(
        rule=rule.name,
        place=fact.place,
        module=fact.module.name,
        symbol=fact.symbol,
        layer=layer.name if layer else None,
        target=breach.aim,
        message=breach.message,
        help=breach.help,
        because=layer.because if layer else "",
    )
