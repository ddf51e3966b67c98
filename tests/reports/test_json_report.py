"""The report for programs."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema

import archlint.reports
from archlint.model.finding import Finding, State
from archlint.model.place import Place
from archlint.reports.json_report import json_report
from tests.reports.shop_audit import CHAIN, IMPORT, MANNER, audit, imports

SCHEMA = json.loads(
    Path(archlint.reports.__file__).with_name("report.schema.json").read_text(encoding="utf-8")
)


def report_of(*findings: Finding) -> Any:  # noqa: ANN401 # what JSON holds is the test's matter
    return json.loads(json_report(audit(*findings), MANNER))


def test_a_clean_report_has_no_findings_and_keeps_the_schema() -> None:
    report = report_of()

    jsonschema.validate(report, SCHEMA)
    assert report["findings"] == []
    assert report["summary"]["findings"] == 0


def test_every_kind_of_finding_keeps_the_schema() -> None:
    also = replace(IMPORT, also=(Place("shop/domain/line.py", 2),), layer=None)

    report = report_of(IMPORT, CHAIN, also)

    jsonschema.validate(report, SCHEMA)


def test_a_finding_has_every_field_that_programs_were_promised() -> None:
    (finding,) = report_of(CHAIN)["findings"]

    assert finding == {
        "rule": "outward-chain",
        "severity": "warning",
        "path": "shop/domain/order.py",
        "line": 4,
        "column": 1,
        "symbol": "",
        "layer": "domain",
        "target": "shop.adapters.db",
        "message": CHAIN.message,
        "confidence": "high",
        "help": CHAIN.help,
        "because": "docs/adr/7.md",
        "evidence": [{"path": "shop/clock.py", "line": 1, "text": "Clock is re-exported here"}],
        "chain": [
            {"path": "shop/domain/order.py", "line": 4, "module": "shop.domain.order"},
            {"path": "shop/clock.py", "line": 1, "module": "shop.clock"},
            {"path": "shop/adapters/db.py", "line": 1, "module": "shop.adapters.db"},
        ],
        "also": [],
        "identity": CHAIN.identity,
        "state": "new",
        "excuse": "",
    }


def test_no_finding_is_left_out_and_the_states_are_counted() -> None:
    report = report_of(*imports(40, "shop.db"), replace(CHAIN, state=State.ALLOWED))

    assert len(report["findings"]) == 41
    assert report["summary"] == {
        "findings": 41,
        "new": 40,
        "baseline": 0,
        "allowed": 1,
        "older": 0,
        "error": 40,
        "warning": 0,
        "info": 0,
    }


def test_coverage_says_what_was_looked_at() -> None:
    coverage = report_of()["coverage"]

    assert coverage["layers"][1] == {
        "name": "use cases",
        "ring": 1,
        "role": "application",
        "modules": 60,
    }
    assert coverage["idle_rules"] == ["outward-chain"]


def test_the_text_is_indented_and_ends_with_a_line_end() -> None:
    text = json_report(audit(), MANNER)

    assert text.startswith('{\n  "schema": "archlint/report@1",\n')
    assert text.endswith("}\n")


def test_a_path_that_no_encoding_can_write_is_escaped() -> None:
    (finding,) = report_of(replace(IMPORT, place=Place("shop/caf\udce9.py")))["findings"]

    assert finding["path"] == "shop/caf\\udce9.py"


def test_the_schema_itself_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
