"""`archlint explain` and `archlint rules`."""

import json

import pytest

from archlint import rulebook
from tests.cli.running import run

Capture = pytest.CaptureFixture[str]


def test_a_rule_is_explained_by_its_page(capsys: Capture) -> None:
    told = run(capsys, "explain", "outward-import")

    page = rulebook.page("outward-import")
    assert told.status == 0
    assert told.out.startswith(
        f"# outward-import: {page.title}\n\nerror, about the dependency rule"
    )
    assert told.out.endswith(page.body)


def test_the_layers_that_a_rule_looks_at_are_told(capsys: Capture) -> None:
    told = run(capsys, "explain", "framework-import")

    assert "\nlooks at layers: domain, application\n" in told.out


def test_an_unknown_rule_comes_with_the_nearest_one(capsys: Capture) -> None:
    refused = run(capsys, "explain", "outward-imports")

    assert refused.status == 2
    assert refused.out == ""
    assert "no rule is named outward-imports; did you mean outward-import?" in refused.err


def test_a_word_unlike_any_rule_comes_with_the_way_to_the_list(capsys: Capture) -> None:
    refused = run(capsys, "explain", "xyzzy")

    assert "no rule is named xyzzy; `archlint rules` lists them" in refused.err


def test_every_rule_is_listed_in_a_line(capsys: Capture) -> None:
    listed = run(capsys, "rules")

    lines = listed.out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in rulebook.rules()]
    assert ["outward-import", "error", "an inner layer imports an outer one"] in [
        line.split(maxsplit=2) for line in lines
    ]


def test_the_list_can_be_read_by_programs(capsys: Capture) -> None:
    listed = json.loads(run(capsys, "rules", "--output-format", "json").out)

    (rule,) = [rule for rule in listed["rules"] if rule["name"] == "framework-import"]
    assert rule["severity"] == "error"
    assert rule["layers"] == ["domain", "application"]
    assert rule["about"] == "framework coupling"
