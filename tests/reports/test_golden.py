"""Every format, byte by byte, on an audit with everything that there is to tell."""

from pathlib import Path

import pytest

from archlint.reports import FORMATS, Format, Script
from archlint.reports.manner import Manner, coloured
from tests.reports.golden import AUDIT, CLEAN, FOLDER, MANNER, goldens, told

FORMS = [*FORMATS.values()]


@pytest.mark.parametrize(("file", "form"), [*goldens()], ids=lambda each: getattr(each, "name", ""))
def test_a_report_is_as_it_was_reviewed(file: Path, form: Format) -> None:
    assert told(form).decode() == file.read_text(encoding="utf-8")


def test_no_reviewed_report_belongs_to_a_format_that_is_gone() -> None:
    assert {*FOLDER.iterdir()} == {file for file, _ in goldens()}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_report_can_be_written_in_utf_8_and_ends_its_last_line(form: Format) -> None:
    for audit in (AUDIT, CLEAN):
        report = form.tell(audit, MANNER)

        assert report.encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize(
    "form",
    [form for form in FORMS if form.script is not Script.TERMINAL],
    ids=lambda form: form.name,
)
def test_colours_and_links_stay_out_of_what_programs_read(form: Format) -> None:
    bright = Manner(MANNER.source_line, coloured, width=40, run=MANNER.run)

    assert form.tell(AUDIT, bright) == form.tell(AUDIT, MANNER)
