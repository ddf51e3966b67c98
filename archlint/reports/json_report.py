"""The report for programs; report.schema.json beside this file says what is in it."""

from archlint.model.audit import Audit
from archlint.reports.manner import Manner
from archlint.reports.records import counts, looked_at, record

SCHEMA = "archlint/report@1"


def json_report(audit: Audit, _manner: Manner) -> str:
    """Return the report, with every finding of every state."""
    report = {
        "schema": SCHEMA,
        "summary": counts(audit),
        "coverage": looked_at(audit.coverage),
        "findings": [record(finding) for finding in audit.findings],
    }
    return indented_json(report)


def indented_json(value: object) -> str:
    """Return a value as JSON with two spaces a step, ending its last line."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    return text.decode("utf-8") + "\n"
