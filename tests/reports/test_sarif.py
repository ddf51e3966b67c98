"""The report for code scanning."""

import json
from dataclasses import replace
from typing import Any

import pytest

from archlint.model.finding import Evidence, Finding, Hop, State
from archlint.model.place import Place
from archlint.reports.manner import Manner
from archlint.reports.run import Run
from archlint.reports.sarif import sarif
from tests.reports.golden import ALLOWED, AUDIT, IN_SOURCE, MANNER
from tests.reports.shop_audit import CHAIN, IMPORT, audit, source_line


def results(*findings: Finding, manner: Manner | None = None) -> Any:  # noqa: ANN401 # JSON
    return _run(sarif(audit(*findings), manner or Manner()))["results"]


def _run(report: str) -> Any:  # noqa: ANN401 # JSON
    (run,) = json.loads(report)["runs"]
    return run


def where(result: Any) -> Any:  # noqa: ANN401 # JSON
    return result["locations"][0]["physicalLocation"]


def test_a_clean_report_still_lists_the_rules_that_were_judged() -> None:
    run = _run(sarif(audit(), Manner()))

    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "framework-import",
        "outward-chain",
        "outward-import",
    ]


def test_no_new_finding_is_suppressed() -> None:
    (result,) = results(IMPORT)

    assert "suppressions" not in result
    assert "baselineState" not in result


def test_each_result_leads_to_its_rule() -> None:
    run = _run(sarif(AUDIT, MANNER))

    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    moved = replace(IMPORT, place=replace(IMPORT.place, line=99))

    before, after = results(IMPORT), results(moved)

    assert before[0]["partialFingerprints"] == after[0]["partialFingerprints"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("shop/a b.py", "shop/a%20b.py"),
        ("shop/100%.py", "shop/100%25.py"),
        ("shop/ü.py", "shop/%C3%BC.py"),
        ("shop/caf\udce9.py", "shop/caf%E9.py"),
        ("a:b.py", "a%3Ab.py"),
        ("../lib/a.py", "services/lib/a.py"),
    ],
)
def test_paths_are_uris_below_the_root_of_the_repository(path: str, uri: str) -> None:
    folder = "services/shop" if path.startswith("..") else ""
    odd = replace(IMPORT, place=Place(path))

    (result,) = results(odd, manner=Manner(run=Run(folder=folder)))

    assert where(result)["artifactLocation"] == {"uri": uri, "uriBaseId": "SRCROOT"}


def test_a_region_reaches_to_the_end_of_its_line() -> None:
    (result,) = results(IMPORT, manner=Manner(source_line))

    end = len("from shop.adapters.db import Session") + 1
    assert where(result)["region"] == {
        "startLine": 3,
        "startColumn": 1,
        "endLine": 3,
        "endColumn": end,
    }


def test_a_chain_is_a_code_flow() -> None:
    (result,) = results(CHAIN)

    (flow,) = result["codeFlows"][0]["threadFlows"]
    told = [step["location"]["message"]["text"] for step in flow["locations"]]
    assert told == [
        "shop.domain.order imports shop.clock",
        "shop.clock imports shop.adapters.db",
        "shop.adapters.db is reached",
    ]


def test_a_library_at_the_end_of_a_chain_has_no_file_to_show() -> None:
    outside = replace(CHAIN, chain=(*CHAIN.chain[:2], Hop("", 0, "sqlalchemy")))

    (result,) = results(outside)

    (flow,) = result["codeFlows"][0]["threadFlows"]
    assert len(flow["locations"]) == 2


def test_the_message_links_to_what_proves_it() -> None:
    proven = replace(
        IMPORT,
        message="it takes [rows]",
        evidence=(Evidence("shop/a[b].py", 3, "here"),),
        also=(Place("shop/c.py", 4),),
    )

    (result,) = results(proven)

    assert result["message"]["text"].startswith(r"it takes \[rows\]. Help: ")
    assert result["message"]["text"].endswith(r"See [shop/a\[b\].py:3](1), [shop/c.py:4](2).")
    assert [each["id"] for each in result["relatedLocations"]] == [1, 2]


def test_a_great_many_places_are_all_related_but_not_all_linked() -> None:
    also = tuple(Place(f"shop/{index}.py") for index in range(14))

    (result,) = results(replace(IMPORT, also=also))

    assert len(result["relatedLocations"]) == 14
    assert result["message"]["text"].endswith(" and 4 more.")


def test_what_the_settings_allow_is_suppressed_from_outside_the_source() -> None:
    told = {each["partialFingerprints"]["archlintIdentity/v1"]: each for each in _told()}

    assert told[ALLOWED.identity]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "until <May> & so"}
    ]
    assert told[IN_SOURCE.identity]["suppressions"][0]["kind"] == "inSource"


def _told() -> Any:  # noqa: ANN401 # JSON
    return _run(sarif(AUDIT, MANNER))["results"]


def test_with_a_baseline_every_result_says_whether_it_was_there() -> None:
    old, new = results(replace(IMPORT, state=State.BASELINE), CHAIN)

    assert (old["baselineState"], new["baselineState"]) == ("unchanged", "new")
    assert old["suppressions"][0]["kind"] == "external"


def test_a_run_since_a_revision_compares_even_where_nothing_is_older() -> None:
    run = _run(sarif(replace(audit(IMPORT), since="main"), Manner()))

    assert run["results"][0]["baselineState"] == "new"


def test_a_rule_that_found_something_brings_its_whole_page() -> None:
    run = _run(sarif(AUDIT, MANNER))

    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["outward-import"]["help"]["markdown"].startswith("# outward-import: an inner")
    assert rules["outward-import"]["fullDescription"]["text"] == (
        "A name that belongs to a layer further out."
    )


def test_the_exit_status_and_the_remarks_belong_to_the_invocation() -> None:
    (invocation,) = _run(sarif(AUDIT, MANNER))["invocations"]

    assert invocation["exitCode"] == 1
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "assumed style: hexagonal"
