"""How an audit is told: one file per format, each loaded only when somebody wants it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from archlint.model.audit import Audit
    from archlint.reports.manner import Manner

    Report = Callable[[Audit, Manner], str]


class Script(Enum):
    """How a report is written: TERMINAL may be coloured, JSON and XML have their own escapes."""

    TERMINAL = auto()
    PLAIN = auto()
    JSON = auto()
    XML = auto()


@dataclass(frozen=True, slots=True)
class Format:
    """A form that a report can have, as it is named on the command line.

    A function of the module `teller` that is called like it returns the report.
    """

    name: str
    teller: str
    script: Script

    def tell(self, audit: "Audit", manner: "Manner") -> str:
        """Return the report in this form."""
        module = import_module(f"archlint.reports.{self.teller}")
        return cast("Report", getattr(module, self.teller))(audit, manner)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.name: form
        for form in (
            Format("full", "full", Script.TERMINAL),
            Format("concise", "concise", Script.TERMINAL),
            Format("grouped", "grouped", Script.TERMINAL),
            Format("json", "json_report", Script.JSON),
            Format("json-lines", "json_lines", Script.JSON),
            Format("sarif", "sarif", Script.JSON),
            Format("github", "github", Script.PLAIN),
            Format("gitlab", "gitlab", Script.JSON),
            Format("junit", "junit", Script.XML),
            Format("markdown", "markdown", Script.PLAIN),
        )
    }
)
USUAL = "full"
STATISTICS = Format("statistics", "statistics", Script.TERMINAL)
