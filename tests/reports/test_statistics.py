"""The report of numbers."""

from dataclasses import replace

from archlint.model.finding import Severity, State
from archlint.reports.manner import Manner
from archlint.reports.statistics import statistics
from tests.reports.shop_audit import CHAIN, IMPORT, audit, imports

QUIET = Manner(summary=False)


def test_a_clean_audit_has_no_numbers() -> None:
    assert statistics(audit(replace(IMPORT, state=State.BASELINE)), QUIET) == ""


def test_every_finding_is_counted_and_the_gravest_rules_come_first() -> None:
    report = statistics(audit(CHAIN, *imports(120, "shop.adapters.db")), QUIET)

    assert report == (
        "120  error    outward-import  shop/domain/part_000.py:1:1\n"
        "  1  warning  outward-chain   shop/domain/order.py:4:1\n"
    )


def test_a_rule_of_mixed_severities_says_how_many_have_which() -> None:
    soft = replace(IMPORT, severity=Severity.INFO, target="shop.web")

    report = statistics(audit(soft, IMPORT, soft), QUIET)

    assert report == "3  1 error, 2 info  outward-import  shop/domain/order.py:3:1\n"
