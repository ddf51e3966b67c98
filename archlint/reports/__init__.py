"""How an audit is told: one file per format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from archlint.model.audit import Audit
from archlint.reports.concise import concise
from archlint.reports.full import full
from archlint.reports.github import github
from archlint.reports.gitlab import gitlab
from archlint.reports.grouped import grouped
from archlint.reports.json_lines import json_lines
from archlint.reports.json_report import json_report
from archlint.reports.junit import junit
from archlint.reports.manner import Manner
from archlint.reports.markdown import markdown
from archlint.reports.sarif import sarif
from archlint.reports.statistics import statistics

Report = Callable[[Audit, Manner], str]


class Script(Enum):
    """How a report is written: TERMINAL may be coloured, JSON and XML have their own escapes."""

    TERMINAL = auto()
    PLAIN = auto()
    JSON = auto()
    XML = auto()


@dataclass(frozen=True, slots=True)
class Format:
    """A form that a report can have, as it is named on the command line."""

    name: str
    tell: Report
    script: Script


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            Format("full", full, Script.TERMINAL),
            Format("concise", concise, Script.TERMINAL),
            Format("grouped", grouped, Script.TERMINAL),
            Format("json", json_report, Script.JSON),
            Format("json-lines", json_lines, Script.JSON),
            Format("sarif", sarif, Script.JSON),
            Format("github", github, Script.PLAIN),
            Format("gitlab", gitlab, Script.JSON),
            Format("junit", junit, Script.XML),
            Format("markdown", markdown, Script.PLAIN),
        )
    }
)
USUAL = "full"
STATISTICS = Format("statistics", statistics, Script.TERMINAL)
