"""archlint itself, on the layers that the labels give."""

from collections.abc import Iterator

from archlint.assembly import Request, findings_of
from archlint.assembly.program import read_program
from archlint.assembly.request import book, disk_for
from archlint.checks import Reads
from archlint.settings.loading import OWN_FILE, parse
from benchmarks.accuracy.contest import Subject, Told
from benchmarks.accuracy.groups import GROUPS
from benchmarks.accuracy.placing import settings_text

_REQUEST = Request(no_cache=True)


def told_by_archlint(subject: Subject) -> Iterator[Told]:
    """Yield each place of each finding, in every group that its rule belongs to."""
    text = settings_text(subject.project, subject.root)
    settings = parse(text, subject.root / OWN_FILE, book())
    program = read_program(settings, disk_for(settings, _REQUEST), Reads.STRUCTURE)
    for finding in findings_of(program):
        for group in GROUPS:
            if finding.rule in group.rules | group.siblings:
                what = f"{finding.rule}: {finding.message}"
                in_favour = finding.rule in group.siblings
                for place in finding.places:
                    path = subject.path(place.path)
                    yield Told(group.name, path, place.line, what, in_favour)
