"""The rule book holds: its examples are judged as they are marked, and its pages are whole."""

import importlib.util
from collections.abc import Iterator
from pathlib import Path

import pytest

from archlint import rulebook
from archlint.assembly import audit_sources
from archlint.checks import CHECKS, REVIEWS
from archlint.model.audit import Audit
from archlint.reports import FORMATS
from archlint.reports.manner import Manner
from tests.rulebook_cases import Example, examples, headings

SECTIONS = [
    "What it finds",
    "Why it matters",
    "Breaks",
    "Keeps",
    "How it decides",
    "Options",
    "How to fix it",
    "When to allow it",
    "Sources",
]
FEWEST_EXAMPLES = 4
CASES = Path(__file__).parent / "cases"

PAGES = {page.name: page for page in rulebook.pages()}
TEXTS = {
    **{f"rules/{page.name}.md": (page.name, page.body) for page in PAGES.values()},
    **{
        f"tests/cases/{file.name}": (file.stem, file.read_text(encoding="utf-8"))
        for file in sorted(CASES.glob("*.md"))
    },
    **{
        f"tests/cases/{file.parent.name}/{file.name}": (
            file.parent.name,
            file.read_text(encoding="utf-8"),
        )
        for file in sorted(CASES.glob("*/*.md"))
    },
}


def _examples() -> Iterator[object]:
    for text, (rule, body) in TEXTS.items():
        for example in examples(body):
            yield pytest.param(rule, example, id=f"{text}: {example.title}")


def _examples_with_consoles() -> Iterator[object]:
    for text, (_, body) in TEXTS.items():
        for example in examples(body):
            if example.consoles:
                yield pytest.param(example, id=f"{text}: {example.title}")


@pytest.mark.parametrize(("rule", "example"), list(_examples()))
def test_an_example_is_judged_as_it_is_marked(rule: str, example: Example) -> None:
    audit = audit_sources(example.files, example.settings)

    assert _found(audit, rule) == example.marks


@pytest.mark.parametrize("example", list(_examples_with_consoles()))
def test_a_console_block_shows_the_report_to_the_byte(example: Example) -> None:
    audit = audit_sources(example.files, example.settings)

    told = [FORMATS[c.form].tell(audit, Manner(example.source_line)) for c in example.consoles]
    assert told == [console.output for console in example.consoles]


def test_every_rule_has_a_judge_and_every_judge_a_rule() -> None:
    assert set(PAGES) == {*CHECKS, *REVIEWS}


@pytest.mark.parametrize("page", list(PAGES.values()), ids=list(PAGES))
def test_a_page_has_its_check_in_the_module_that_it_names(page: rulebook.Page) -> None:
    found = importlib.util.find_spec(f"archlint.checks.{page.check}")

    assert found is not None


@pytest.mark.parametrize("page", list(PAGES.values()), ids=list(PAGES))
def test_a_page_has_its_sections_in_their_order(page: rulebook.Page) -> None:
    wanted = [name for name in SECTIONS if page.options or name != "Options"]

    assert headings(page.body) == wanted


@pytest.mark.parametrize("page", list(PAGES.values()), ids=list(PAGES))
def test_a_page_shows_what_breaks_and_what_keeps_the_rule(page: rulebook.Page) -> None:
    shown = list(examples(page.body))

    breaks = [bool(example.marks) for example in shown if example.section == "Breaks"]
    keeps = [bool(example.marks) for example in shown if example.section == "Keeps"]
    assert len(breaks) >= FEWEST_EXAMPLES
    assert len(keeps) >= FEWEST_EXAMPLES
    assert all(breaks)
    assert not any(keeps)


@pytest.mark.parametrize("page", list(PAGES.values()), ids=list(PAGES))
def test_a_title_reads_on_after_a_colon(page: rulebook.Page) -> None:
    assert page.title[0].islower() or page.title.split()[0].isupper()
    assert not page.title.endswith(".")


@pytest.mark.parametrize("page", list(PAGES.values()), ids=list(PAGES))
def test_a_page_explains_its_options_by_name(page: rulebook.Page) -> None:
    unexplained = [option.name for option in page.options if f"`{option.name}`" not in page.body]

    assert unexplained == []


def test_cases_are_about_rules_of_the_book() -> None:
    assert {rule for rule, _ in TEXTS.values()} <= set(PAGES)


def _found(audit: Audit, rule: str) -> set[tuple[str, int]]:
    findings = [finding for finding in audit.new() if finding.rule == rule]
    places = [place for finding in findings for place in (finding.place, *finding.also)]
    return {(place.path, place.line) for place in places}
