"""The report of one line per finding."""

from dataclasses import replace

from archlint.model.finding import State
from archlint.model.place import Place
from archlint.reports.concise import concise
from archlint.reports.manner import Manner, coloured
from tests.reports.shop_audit import CHAIN, IMPORT, MANNER, audit, imports


def test_a_clean_audit_says_what_was_looked_at() -> None:
    report = concise(audit(), MANNER)

    assert report == "No violations: 214 modules, 3 layers, 2 rules, 98 % of modules in a layer\n"


def test_findings_of_the_baseline_and_allowed_ones_are_counted_but_not_told() -> None:
    accepted = replace(IMPORT, state=State.BASELINE)
    allowed = replace(CHAIN, state=State.ALLOWED)

    report = concise(audit(accepted, allowed), MANNER)

    assert report == (
        "No violations (1 in the baseline, 1 allowed): "
        "214 modules, 3 layers, 2 rules, 98 % of modules in a layer\n"
    )


def test_a_quiet_report_of_nothing_is_empty() -> None:
    report = concise(audit(), replace(MANNER, summary=False))

    assert report == ""


def test_each_finding_takes_one_line_that_editors_parse() -> None:
    report = concise(audit(IMPORT, CHAIN), MANNER)

    assert report == (
        "shop/domain/order.py:3:1: outward-import: "
        "domain imports shop.adapters.db.Session, which belongs to adapters\n"
        "shop/domain/order.py:4:1: outward-chain: "
        "domain reaches shop.adapters.db, which belongs to adapters, by way of shop.clock\n"
        "Found 2 violations in 214 modules of 3 layers: 1 error, 1 warning\n"
    )


def test_a_line_break_in_a_path_or_message_does_not_break_the_line() -> None:
    odd = replace(IMPORT, place=Place("shop/a\nb.py"), message="imports \x1b[31m\u2028red")

    report = concise(audit(odd), replace(MANNER, summary=False))

    assert report == "shop/a\\nb.py:1:1: outward-import: imports \\x1b[31m\\u2028red\n"


def test_a_path_that_no_encoding_can_write_is_escaped() -> None:
    odd = replace(IMPORT, place=Place("shop/caf\udce9.py"))

    report = concise(audit(odd), MANNER)

    assert report.startswith("shop/caf\\udce9.py:1:1: ")


def test_many_imports_of_one_thing_are_told_three_times_and_counted() -> None:
    report = concise(audit(*imports(44, "shop.adapters.db")), MANNER)

    lines = report.splitlines()
    assert len(lines) == 5
    assert lines[3] == "and 41 more imports of shop.adapters.db"


def test_colours_change_nothing_but_the_colour() -> None:
    report = concise(audit(IMPORT), Manner(ink=coloured))

    assert report.splitlines()[0] == (
        "\x1b[1mshop/domain/order.py:3:1\x1b[0m: \x1b[1;31moutward-import\x1b[0m: "
        "domain imports shop.adapters.db.Session, which belongs to adapters"
    )
