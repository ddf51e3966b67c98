"""The report by file."""

from dataclasses import replace

from archlint.reports.grouped import grouped
from archlint.reports.manner import Manner
from tests.reports.shop_audit import CHAIN, IMPORT, MANNER, audit, imports


def test_a_clean_audit_is_one_line() -> None:
    report = grouped(audit(), MANNER)

    assert report == "No violations: 214 modules, 3 layers, 2 rules, 98 % of modules in a layer\n"


def test_a_quiet_report_of_nothing_is_empty() -> None:
    assert grouped(audit(), Manner(summary=False)) == ""


def test_the_positions_of_a_file_stand_below_one_another() -> None:
    far = replace(IMPORT, place=replace(IMPORT.place, line=120))

    report = grouped(audit(CHAIN, far), Manner(summary=False))

    assert report == (
        "shop/domain/order.py:\n"
        f"    4:1 outward-chain: {CHAIN.message}\n"
        f"  120:1 outward-import: {IMPORT.message}\n"
    )


def test_what_is_left_out_is_counted_where_it_stopped() -> None:
    report = grouped(audit(*imports(9, "shop.adapters.db")), Manner(summary=False))

    assert report.endswith("\n  and 6 more imports of shop.adapters.db\n")
