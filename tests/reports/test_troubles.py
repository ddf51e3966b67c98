"""What could not be judged, told to programs: a run that found nothing for that is not clean."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from archlint.model.place import Place
from archlint.reports import FORMATS
from archlint.reports.manner import Manner
from archlint.reports.run import Run, Trouble
from tests.reports.shop_audit import audit
from tests.reports.test_json_report import SCHEMA

FAILED = Trouble("no-clock", Place("rules/clock.py", 7), "no-clock cannot be judged: KeyError: 'a'")
ENTRY = Trouble("baseline", Place(".archlint/baseline/x.toml", 2), "it is not UTF-8")
TROUBLED = Manner(run=Run(folder="services", troubles=(FAILED, ENTRY), status=2))


def told(form: str, manner: Manner = TROUBLED) -> str:
    return FORMATS[form].tell(audit(), manner)


@pytest.mark.parametrize("form", ["json", "json-lines", "sarif", "gitlab", "junit", "github"])
def test_nothing_is_told_where_all_was_judged(form: str) -> None:
    report = told(form, replace(TROUBLED, run=Run()))

    assert "cannot be judged" not in report
    assert "faults" not in report


def test_json_has_the_faults() -> None:
    report = json.loads(told("json"))

    jsonschema.validate(report, SCHEMA)
    assert report["faults"][1] == {
        "kind": "baseline",
        "path": ".archlint/baseline/x.toml",
        "line": 2,
        "message": "it is not UTF-8",
    }


def test_the_last_of_the_json_lines_has_them() -> None:
    last = json.loads(told("json-lines").splitlines()[-1])

    assert [fault["kind"] for fault in last["faults"]] == ["no-clock", "baseline"]


def test_a_clean_list_for_gitlab_is_not_empty() -> None:
    first, second = json.loads(told("gitlab"))

    assert first["severity"] == "blocker"
    assert first["location"] == {"path": "services/rules/clock.py", "lines": {"begin": 7}}
    assert first["fingerprint"] != second["fingerprint"]


def test_junit_has_errors() -> None:
    root = ET.fromstring(told("junit"))  # noqa: S314 # our own report

    assert root.attrib["errors"] == "2"
    (case,) = next(suite for suite in root if suite.attrib["name"] == "no-clock")
    assert case[0].tag == "error"
    assert case[0].attrib["message"] == FAILED.message


def test_sarif_says_that_the_run_failed() -> None:
    (run,) = json.loads(told("sarif"))["runs"]
    (invocation,) = run["invocations"]

    assert not invocation["executionSuccessful"]
    (place,) = invocation["toolExecutionNotifications"][0]["locations"]
    file = place["physicalLocation"]["artifactLocation"]
    assert file["uri"] == "services/rules/clock.py"


def test_github_shows_them_first() -> None:
    first = told("github").splitlines()[0]

    assert first.startswith("::error title=no-clock,file=services/rules/clock.py,line=7,col=1::")


def test_markdown_lists_them() -> None:
    assert "<code>rules/clock.py:7:1</code>: no-clock cannot be judged" in told("markdown")
