"""Judges unused allowances: the settings permit a breach that is not there."""

from collections.abc import Iterator

from archlint.model.finding import Finding
from archlint.model.rule import Rule
from archlint.model.verdicts import Verdicts


def check(verdicts: Verdicts, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each allowance that no finding of its rule needs."""
    for allowance, findings in verdicts.judged():
        if not findings:
            yield Finding(
                rule=rule.name,
                place=allowance.declared,
                module="",
                target=allowance.described,
                message=f"nothing in the code needs this allowance of {allowance.described}",
                help="remove the allowance, or correct its names if the breach is still there",
                because=allowance.because,
            )
