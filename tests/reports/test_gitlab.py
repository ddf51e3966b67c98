"""The report for GitLab."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema

from archlint.model.finding import Finding, State
from archlint.reports.gitlab import gitlab
from archlint.reports.manner import Manner
from archlint.reports.run import Run
from tests import validators
from tests.reports.golden import AUDIT
from tests.reports.shop_audit import CHAIN, IMPORT, audit

SCHEMA = json.loads(Path(validators.__file__).with_name("gitlab.schema.json").read_bytes())


def issues(*findings: Finding) -> Any:  # noqa: ANN401 # what JSON holds is the test's matter
    return json.loads(gitlab(audit(*findings), Manner(run=Run(folder="services"))))


def test_a_clean_report_is_an_empty_list() -> None:
    assert gitlab(audit(), Manner()) == "[]\n"


def test_what_is_accepted_is_left_out() -> None:
    assert issues(replace(IMPORT, state=State.ALLOWED), replace(CHAIN, state=State.BASELINE)) == []


def test_every_kind_of_finding_keeps_the_schema() -> None:
    jsonschema.validate(json.loads(gitlab(AUDIT, Manner())), SCHEMA)


def test_a_finding_is_known_again_by_its_identity() -> None:
    (issue,) = issues(CHAIN)

    assert issue == {
        "description": CHAIN.message,
        "check_name": "outward-chain",
        "fingerprint": CHAIN.identity,
        "severity": "minor",
        "location": {"path": "services/shop/domain/order.py", "lines": {"begin": 4}},
    }


def test_two_findings_never_share_a_fingerprint() -> None:
    prints = [issue["fingerprint"] for issue in issues(IMPORT, IMPORT, CHAIN)]

    assert len({*prints}) == 3
