"""The report for programs that read line by line."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import archlint.reports
from archlint.reports.json_lines import json_lines
from archlint.reports.json_report import json_report
from tests.reports.golden import AUDIT, MANNER
from tests.reports.shop_audit import audit


def schema(name: str) -> Any:  # noqa: ANN401 # what JSON holds is the test's matter
    file = Path(archlint.reports.__file__).with_name(f"{name}.schema.json")
    return json.loads(file.read_text(encoding="utf-8"))


def lines() -> list[Any]:
    return [json.loads(line) for line in json_lines(AUDIT, MANNER).splitlines()]


def test_a_clean_report_is_its_summary() -> None:
    (line,) = json_lines(audit(), MANNER).splitlines()

    assert json.loads(line)["type"] == "summary"


def test_every_line_keeps_the_schema() -> None:
    shared: Any = Registry().with_resource(
        "archlint/report@1", Resource.from_contents(schema("report"))
    )
    validator = Draft202012Validator(schema("lines"), registry=shared)

    assert [error for line in lines() for error in validator.iter_errors(line)] == []


def test_a_line_that_is_neither_kind_breaks_the_schema() -> None:
    shared: Any = Registry().with_resource(
        "archlint/report@1", Resource.from_contents(schema("report"))
    )
    validator = Draft202012Validator(schema("lines"), registry=shared)

    assert not validator.is_valid({"type": "finding", "rule": "outward-import"})
    assert not validator.is_valid({"type": "colour"})


def test_both_reports_for_programs_say_the_same() -> None:
    report = json.loads(json_report(AUDIT, MANNER))

    *findings, last = lines()

    assert findings == [{"type": "finding", **finding} for finding in report["findings"]]
    assert (last["summary"], last["coverage"]) == (report["summary"], report["coverage"])
