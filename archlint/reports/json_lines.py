"""The report for programs that read line by line; lines.schema.json says what is in it."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.reports.manner import Manner
from archlint.reports.records import Record, counts, looked_at, record, unjudged
from archlint.reports.run import Run

SCHEMA = "archlint/lines@1"


def json_lines(audit: Audit, manner: Manner) -> str:
    """Return a line for each finding of every state, and a summary as the last one.

    A report without that last line was cut off.
    """
    import msgspec

    encode = msgspec.json.Encoder().encode
    return "".join(f"{encode(line).decode('utf-8')}\n" for line in _lines(audit, manner.run))


def _lines(audit: Audit, run: Run) -> Iterator[Record]:
    for finding in audit.findings:
        yield {"type": "finding", **record(finding)}
    yield {
        "type": "summary",
        "schema": SCHEMA,
        "summary": counts(audit),
        **unjudged(run),
        "coverage": looked_at(audit.coverage),
    }
