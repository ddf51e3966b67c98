"""The report for servers that show tests."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from archlint.model.finding import Finding, State
from archlint.model.place import Place
from archlint.reports.junit import REST, junit
from archlint.reports.manner import Manner
from archlint.reports.run import Run
from tests.reports.shop_audit import CHAIN, COVERAGE, IMPORT, audit, imports


def suites(*findings: Finding, run: Run | None = None) -> dict[str, ET.Element]:
    report = junit(audit(*findings), Manner(run=run or Run()))
    root = ET.fromstring(report)  # noqa: S314 # our own report
    return {suite.attrib["name"]: suite for suite in root}


def outcomes(suite: ET.Element) -> dict[str, str]:
    return {case.attrib["name"]: case[0].tag if len(case) else "" for case in suite}


def test_a_clean_run_has_a_test_for_every_rule() -> None:
    told = suites()

    assert [*told] == [*COVERAGE.rules]
    assert outcomes(told["outward-import"]) == {REST: ""}


def test_a_rule_that_had_nothing_to_judge_passes_no_test() -> None:
    (case,) = suites()["outward-chain"]

    assert case[0].attrib["message"] == "nothing to judge: no module is in a layer of domain"


def test_each_module_with_findings_is_a_test_of_its_own() -> None:
    told = suites(*imports(2, "shop.adapters.db"))["outward-import"]

    first, second = "shop/domain/part_000.py", "shop/domain/part_001.py"
    assert outcomes(told) == {first: "failure", second: "failure", REST: ""}
    assert (told.attrib["tests"], told.attrib["failures"]) == ("3", "2")


def test_several_findings_of_a_module_fail_one_test() -> None:
    told = suites(IMPORT, replace(IMPORT, target="shop.web"))["outward-import"]

    failure = told[0][0]
    assert failure.attrib["message"] == f"{IMPORT.message}, and 1 more"
    assert (failure.text or "").count("shop/domain/order.py:3:1: outward-import: ") == 2


def test_what_does_not_fail_the_run_fails_no_test() -> None:
    told = suites(CHAIN)["outward-chain"]

    assert outcomes(told)["shop/domain/order.py"] == "system-out"
    assert told.attrib["failures"] == "0"


def test_nothing_fails_where_nothing_is_to_fail_the_run() -> None:
    told = suites(IMPORT, run=Run(fail_on=None))["outward-import"]

    assert told.attrib["failures"] == "0"


def test_what_is_accepted_is_a_skipped_test_with_its_reason() -> None:
    told = suites(replace(IMPORT, state=State.ALLOWED, excuse="until May"))["outward-import"]

    assert told[0][0].tag == "skipped"
    assert told[0][0].attrib["message"] == "allowed: until May"


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x0b", "\ud800", "\ufffe", "\uffff", "]]>", "&"])
def test_signs_that_xml_cannot_hold_are_escaped(sign: str) -> None:
    odd = replace(IMPORT, place=Place(f"shop/a{sign}b.py"), message=f"a{sign}b")

    case = suites(odd)["outward-import"][0]

    assert case.attrib["name"].startswith("shop/a")
    assert case[0].attrib["message"].startswith("a")
