"""How an audit is told: one file per format."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from archlint.model.audit import Audit
from archlint.reports.concise import concise
from archlint.reports.full import full
from archlint.reports.json_report import json_report
from archlint.reports.manner import Manner

Report = Callable[[Audit, Manner], str]


class Format(StrEnum):
    """The forms that a report can have, as they are named on the command line."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


REPORTS: Mapping[Format, Report] = MappingProxyType(
    {
        Format.FULL: full,
        Format.CONCISE: concise,
        Format.JSON: json_report,
    }
)
