"""The report for people."""

from dataclasses import replace

from archlint.model.finding import Confidence
from archlint.model.place import Place
from archlint.reports.full import full
from archlint.reports.manner import Manner
from tests.reports.shop_audit import CHAIN, IMPORT, MANNER, audit, imports


def test_a_clean_audit_is_one_line() -> None:
    report = full(audit(), MANNER)

    assert report == "No violations: 214 modules, 3 layers, 2 rules, 98 % of modules in a layer\n"


def test_a_quiet_report_of_nothing_is_empty() -> None:
    report = full(audit(), replace(MANNER, summary=False))

    assert report == ""


def test_a_finding_shows_its_source_and_the_next_step() -> None:
    report = full(audit(IMPORT), MANNER)

    assert report == (
        "shop/domain/order.py:3:1: outward-import: "
        "domain imports shop.adapters.db.Session, which belongs to adapters\n"
        "    3 | from shop.adapters.db import Session\n"
        "      | ^\n"
        "    help: let domain own an interface that says what is needed of Session, "
        "and adapters implement it\n"
        f"    error {IMPORT.identity[:8]}: archlint explain outward-import\n"
        "\n"
        "Found 1 violation in 214 modules of 3 layers: 1 error\n"
    )


def test_a_chain_names_a_place_for_each_hop_and_then_the_proof_and_the_reason() -> None:
    report = full(audit(CHAIN), MANNER)

    assert report.splitlines()[3:6] == [
        "    shop/domain/order.py:4 -> shop/clock.py:1 -> shop/adapters/db.py",
        "    shop/clock.py:1: Clock is re-exported here",
        "    because: docs/adr/7.md",
    ]


def test_a_finding_without_source_at_hand_is_told_without_it() -> None:
    report = full(audit(IMPORT), Manner())

    assert report.splitlines()[1].startswith("    help: ")


def test_further_places_are_named_up_to_three() -> None:
    also = tuple(Place(f"shop/domain/{name}.py", 7) for name in "abcde")

    report = full(audit(replace(IMPORT, also=also)), MANNER)

    assert (
        "    also: shop/domain/a.py:7, shop/domain/b.py:7, shop/domain/c.py:7 and 2 more\n"
        in report
    )


def test_a_doubt_is_said() -> None:
    report = full(audit(replace(IMPORT, confidence=Confidence.MEDIUM)), MANNER)

    assert f"    error {IMPORT.identity[:8]}, medium confidence: archlint explain" in report


def test_findings_stand_apart_and_the_rest_of_a_group_is_counted() -> None:
    report = full(audit(*imports(10, "shop.adapters.db")), MANNER)

    assert report.count("\n\n") == 4
    assert "\n\nand 7 more imports of shop.adapters.db\n\nFound 10 violations" in report


def test_a_place_that_leaves_no_room_for_the_rule_stands_alone() -> None:
    deep = replace(IMPORT, place=Place(f"shop/{'deeper/' * 6}order.py", 3, 1))

    report = full(audit(deep), replace(MANNER, width=60))

    assert report.splitlines()[:3] == [
        "shop/deeper/deeper/deeper/deeper/deeper/deeper/order.py:3:1:",
        "    outward-import: domain imports shop.adapters.db.Session,",
        "    which belongs to adapters",
    ]


def test_the_summary_is_not_wider_than_the_terminal() -> None:
    last = full(audit(IMPORT), replace(MANNER, width=50)).splitlines()[-2:]

    assert last == ["Found 1 violation in 214 modules of 3 layers: 1", "  error"]


def test_a_terminal_gets_lines_of_its_width_and_no_name_torn() -> None:
    report = full(audit(IMPORT), replace(MANNER, width=60))

    assert report.splitlines()[:7] == [
        "shop/domain/order.py:3:1: outward-import: domain imports",
        "    shop.adapters.db.Session, which belongs to adapters",
        "    3 | from shop.adapters.db import Session",
        "      | ^",
        "    help: let domain own an interface that says what is",
        "      needed of Session, and adapters implement it",
        f"    error {IMPORT.identity[:8]}: archlint explain outward-import",
    ]
