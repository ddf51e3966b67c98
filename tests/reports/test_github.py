"""The commands for GitHub Actions, read back as its runner reads them."""

from dataclasses import replace

from archlint.model.finding import Finding, Severity, State
from archlint.model.place import Place
from archlint.reports.github import SHOWN_OF_A_KIND, annotations, github
from archlint.reports.manner import Manner
from archlint.reports.run import Run
from tests.reports.reading import Command, command
from tests.reports.shop_audit import CHAIN, IMPORT, audit

QUIET = Manner(summary=False)


def commands(*findings: Finding, manner: Manner = QUIET) -> list[Command | None]:
    return [command(line) for line in github(audit(*findings), manner).splitlines()]


def test_what_is_accepted_is_not_annotated() -> None:
    assert (
        commands(replace(IMPORT, state=State.BASELINE), replace(CHAIN, state=State.ALLOWED)) == []
    )


def test_the_summary_is_no_command() -> None:
    assert commands(manner=Manner()) == [None]


def test_a_finding_comes_back_as_it_was() -> None:
    odd = replace(IMPORT, place=Place("shop/100%,a:b%0A.py", 7, 3), message="50 %: a, b\nc%0A")

    (read,) = commands(odd)

    assert read == Command(
        "error",
        {"title": "outward-import", "file": "shop/100%,a:b%0A.py", "line": "7", "col": "3"},
        f"50 %: a, b\\nc%0A\nhelp: {IMPORT.help}",
    )


def test_the_gravest_come_first() -> None:
    hint = replace(IMPORT, rule="unlayered-module", severity=Severity.INFO)

    read = commands(hint, CHAIN, IMPORT)

    assert [each.name for each in read if each] == ["error", "warning", "notice"]


def test_files_are_named_as_the_repository_knows_them() -> None:
    (read,) = commands(IMPORT, manner=replace(QUIET, run=Run(folder="services/shop")))

    assert read is not None
    assert read.properties["file"] == "services/shop/shop/domain/order.py"


def test_beside_a_report_in_text_only_those_are_written_that_github_shows() -> None:
    many = [replace(IMPORT, target=f"shop.adapters.part_{index}") for index in range(30)]

    shown = list(annotations(audit(*many, CHAIN), Run()))

    assert len(shown) == SHOWN_OF_A_KIND + 1
