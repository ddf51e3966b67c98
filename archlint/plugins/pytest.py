"""The plugin of pytest: `pytest --archlint` judges the project, an item for each rule and layer."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from archlint.plugins.verdicts import Verdict

FAIL_ON = "archlint_fail_on"
GRAVITIES = ("error", "warning", "info")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option, without which nothing happens."""
    group = parser.getgroup("archlint")
    group.addoption(
        "--archlint", action="store_true", help="judge the architecture of the project, too"
    )
    about = f"least severity of archlint that fails an item: {', '.join(GRAVITIES)}"
    parser.addini(FAIL_ON, about, default=GRAVITIES[0])


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker, and refuse a severity that there is not."""
    config.addinivalue_line("markers", "archlint: a rule of the architecture, judged by archlint")
    given = config.getini(FAIL_ON)
    if given not in GRAVITIES:
        raise pytest.UsageError(f"{FAIL_ON} is {given!r}, not one of {', '.join(GRAVITIES)}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, items: list[pytest.Item]) -> None:
    """Add the items before -k and -m choose among them; a mistake is an error of collection."""
    if session.config.getoption("archlint"):
        architecture = Architecture.from_parent(session, name="archlint", nodeid="archlint")
        architecture.ihook.pytest_collectstart(collector=architecture)
        report = architecture.ihook.pytest_make_collect_report(collector=architecture)
        vars(report).pop("call", None)  # as pytest does: it cannot be sent to another process
        architecture.ihook.pytest_collectreport(report=report)
        items += report.result or ()


class Architecture(pytest.Collector):
    """The audit of the project in the root folder of the tests; each process makes it once."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield an item for each rule, or for each layer in which one is broken."""
        from archlint.model.faults import ArchlintError
        from archlint.plugins.verdicts import verdicts

        try:
            found = tuple(verdicts(self.config.rootpath, self.config.getini(FAIL_ON)))
        except ArchlintError as error:
            raise self.CollectError(str(error)) from error
        for verdict in found:
            yield Judgement.from_parent(self, name=verdict.name, verdict=verdict)


class Judgement(pytest.Item):
    """What was found by a rule, in a layer if there is something."""

    def __init__(self, *, verdict: "Verdict", **given: object) -> None:
        super().__init__(**given)  # type: ignore[arg-type] # whatever pytest gives every item
        self.verdict = verdict
        self.add_marker("archlint")
        if verdict.idle:
            self.add_marker(pytest.mark.skip(reason=verdict.idle))

    def runtest(self) -> None:
        """Fail with the report of what was found."""
        if self.verdict.remark:
            self.add_report_section("call", "archlint", self.verdict.remark)
        if self.verdict.report:
            raise BrokenRuleError(self.verdict.report)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override] # pytest takes a text as well
        """Return the report as a terminal shows it, and no traceback of ours."""
        if isinstance(excinfo.value, BrokenRuleError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[str, int, str]:
        """Return where the rule was set: all of them in the settings."""
        return self.verdict.settings, 0, f"archlint {self.name}"


class BrokenRuleError(Exception):
    """A rule is broken; the text is the report."""
