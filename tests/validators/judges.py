"""Who judges which format, and how their verdicts are read."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for
from referencing import Registry, Resource

from archlint import reports
from archlint.reports.markdown import LONGEST
from tests.reports.reading import command, foreign_markup
from tests.validators.tools import Tools

SCHEMAS = Path(reports.__file__).parent
COMPLAINT = re.compile(r": (error|warning|note) ([A-Z]+\d+): (.*)")
PLANTED = "tool.driver.notifications[0]"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a report."""

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """Somebody who judges the reports of one format."""

    form: str
    name: str
    judge: Callable[[Path], Verdict]


def judges(tools: Tools) -> list[Judge]:
    """Return all judges, by format."""
    return [
        Judge(
            "json", "our JSON Schema", lambda report: _by_schema(_own("report"), [_json(report)])
        ),
        Judge(
            "json-lines",
            "our JSON Schema",
            lambda report: _by_schema(_own("lines"), _lines(report)),
        ),
        Judge(
            "sarif",
            "schema of OASIS",
            lambda report: _by_schema(tools.sarif_schema, [_json(report)]),
        ),
        Judge("sarif", "SARIF multitool, Sarif;Gh", lambda report: _by_multitool(tools, report)),
        Judge("github", "read back", _by_reading_commands),
        Judge("gitlab", "JSON Schema after its manual", _by_gitlab),
        Judge("junit", "Jenkins's junit-10.xsd", lambda report: _by_xsd(tools, report)),
        Judge("junit", "junitparser", _by_junitparser),
        Judge("markdown", "markdown-it, no foreign markup", _by_markdown),
    ]


def _own(name: str) -> Path:
    return SCHEMAS / f"{name}.schema.json"


def _json(report: Path) -> Any:  # noqa: ANN401 - what JSON holds is the schema's matter
    return json.loads(report.read_bytes())


def _lines(report: Path) -> list[Any]:
    return [json.loads(line) for line in report.read_bytes().splitlines()]


def _by_schema(schema: Path, values: list[Any]) -> Verdict:
    contents = [_json(_own("report")), _json(_own("lines"))]
    registry: Any = Registry().with_resources(
        (content["$id"], Resource.from_contents(content)) for content in contents
    )
    rules = _json(schema)
    validator = validator_for(rules)(rules, registry=registry)
    errors = (f"{e.json_path}: {e.message[:200]}" for v in values for e in validator.iter_errors(v))
    return Verdict(tuple(errors))


def _by_multitool(tools: Tools, report: Path) -> Verdict:
    """Return its complaints; it ends with 0 whatever it finds, so its words are read.

    Of a log that it cannot read it says nothing at all. So a fault is planted that it has to find.
    """
    judged = report.with_suffix(".judged.sarif")
    log = _json(report)
    log["runs"][0]["tool"]["driver"]["notifications"] = [{"id": "planted"}]
    judged.write_text(json.dumps(log), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the tool that was installed
        [tools.multitool, "validate", judged.name, "--rule-kind", "Sarif;Gh"],
        cwd=judged.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [match.groups() for match in COMPLAINT.finditer(done.stdout)]
    told = [(level, f"{name}: {text}") for level, name, text in found if PLANTED not in text]
    errors = [text for level, text in told if level == "error"]
    warnings = [text for level, text in told if level != "error"]
    if len(told) == len(found):
        errors.append(f"it did not read the log: {done.stdout[-300:]}")
    return Verdict(tuple(errors), tuple(warnings))


def _by_reading_commands(report: Path) -> Verdict:
    *lines, _summary = report.read_text(encoding="utf-8").splitlines() or [""]
    read = [command(line) for line in lines]
    unread = [line for line, found in zip(lines, read, strict=True) if found is None]
    nowhere = [f"no file: {c.properties}" for c in read if c and not c.properties.get("file")]
    return Verdict((*unread, *nowhere))


def _by_gitlab(report: Path) -> Verdict:
    issues = _json(report)
    prints = Counter(issue["fingerprint"] for issue in issues)
    twice = (f"fingerprint {name} is there {n} times" for name, n in prints.items() if n > 1)
    schema = Path(__file__).with_name("gitlab.schema.json")
    return Verdict((*_by_schema(schema, [issues]).errors, *twice))


def _by_xsd(tools: Tools, report: Path) -> Verdict:
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(tools.junit_schema))
    schema.validate(etree.parse(report))
    return Verdict(tuple(str(error) for error in schema.error_log))


def _by_junitparser(report: Path) -> Verdict:
    """Return where its numbers are others than those that the suites name."""
    from junitparser import Failure, JUnitXml, Skipped

    errors = []
    for suite in JUnitXml.fromfile(str(report)):
        results = Counter(type(result) for case in suite for result in case.result)
        counted = (len(list(suite)), results[Failure], results[Skipped])
        if counted != (suite.tests, suite.failures, suite.skipped):
            errors.append(f"{suite.name}: {counted} are there")
    return Verdict(tuple(errors))


def _by_markdown(report: Path) -> Verdict:
    text = report.read_text(encoding="utf-8")
    long = [f"{len(text)} characters"] if len(text) > LONGEST else []
    return Verdict((*long, *foreign_markup(text)))
