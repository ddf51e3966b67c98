"""`archlint check --watch`: judges again at every save, and tells what has changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

import click

from archlint.cli.console import say
from archlint.cli.judging import WrongUseError
from archlint.model.audit import Audit
from archlint.model.finding import Finding
from archlint.reports import Format
from archlint.reports.concise import headline
from archlint.reports.manner import Manner, Style
from archlint.reports.printable import printable
from archlint.reports.summary import counted, summary
from archlint.reports.wrapping import wrapped

if TYPE_CHECKING:
    from archlint.assembly.watching import Difference

NAMED = 3
"""So many of the files that were saved are named."""


@dataclass(slots=True)
class Watcher:
    """Whoever watches a project for somebody at a terminal.

    `begin` tells a whole audit, `judge` makes one; `audit` is the last one, None as long as
    something has to be mended first.
    """

    judge: Callable[[], Audit]
    difference: Callable[[Audit, Audit], "Difference"]
    begin: Callable[[Audit], None]
    manner: Callable[[Audit], Manner]
    form: Format
    audit: Audit | None = None
    _told: Audit | None = field(default=None, init=False)

    def watch(self, saves: Iterable[tuple[str, ...]]) -> None:
        """Judge now and after each of the saves; whoever interrupts it has seen enough."""
        try:
            self._judge(())
            for paths in saves:
                if not self._judge(paths):
                    return
        except (KeyboardInterrupt, click.Abort):
            return

    def _judge(self, saved: tuple[str, ...]) -> bool:
        """Judge and tell; return whether somebody listens."""
        try:
            self.audit = self.judge()
        except WrongUseError as error:
            self.audit = None
            listens = say(_heading(saved)) if saved else True
            error.show()
            return listens
        if self._told is None:
            self.begin(self.audit)
            self._told = self.audit
            return True
        told = "".join(self._news(self.audit, self.difference(self._told, self.audit)))
        self._told = self.audit
        return say(_heading(saved) + told)

    def _news(self, audit: Audit, found: "Difference") -> Iterable[str]:
        manner = self.manner(audit)
        if found.appeared:
            yield _title("appeared", found.appeared, manner)
            yield self.form.tell(
                replace(audit, findings=found.appeared), replace(manner, summary=False)
            )
        for title, findings in (("moved", found.moved), ("went away", found.gone)):
            if findings:
                yield _title(title, findings, manner)
                yield from (f"{headline(finding, manner)}\n" for finding in findings)
        yield from (f"{line}\n" for line in wrapped(summary(audit), manner.width, then="  "))


def _title(what: str, findings: tuple[Finding, ...], manner: Manner) -> str:
    return manner.ink(f"{what}: {counted(len(findings), 'finding')}", Style.FAINT) + "\n"


def _heading(saved: tuple[str, ...]) -> str:
    """Return when it was and what was saved."""
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    names = ", ".join(printable(path) for path in saved[:NAMED])
    more = f" and {len(saved) - NAMED} more" if len(saved) > NAMED else ""
    return f"\n{now} {names}{more}\n"
