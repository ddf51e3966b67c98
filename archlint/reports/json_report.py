"""The report for programs; report.schema.json beside this file says what is in it."""

from archlint.model.audit import Audit
from archlint.reports.manner import Manner
from archlint.reports.printable import writable
from archlint.reports.records import Record, counts, looked_at, record, unjudged

SCHEMA = "archlint/report@1"


def json_report(audit: Audit, manner: Manner) -> str:
    """Return the report, with every finding of every state."""
    report = {
        "schema": SCHEMA,
        "summary": counts(audit),
        **_comparison(audit),
        **unjudged(manner.run),
        "coverage": looked_at(audit.coverage),
        "findings": [record(finding) for finding in audit.findings],
    }
    return indented_json(report)


def _comparison(audit: Audit) -> Record:
    """Return what the findings were compared with, as far as that was asked."""
    found: Record = {"since": audit.since} if audit.since else {}
    if delta := audit.baseline:
        found["baseline"] = {
            "folder": writable(delta.folder),
            "entries": delta.size,
            "left": len(delta.left),
            "moved": len(delta.moved),
            "fixed": len(delta.fixed),
            "expired": len(delta.expired),
            "stale": [entry.identity for entry in delta.fixed],
            "faults": [writable(str(fault)) for fault in delta.faults],
        }
    return found


def indented_json(value: object) -> str:
    """Return a value as JSON with two spaces a step, ending its last line."""
    import msgspec

    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    return text.decode("utf-8") + "\n"
