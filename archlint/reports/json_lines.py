"""The report for programs that read line by line; lines.schema.json says what is in it."""

from collections.abc import Iterator

from archlint.model.audit import Audit
from archlint.reports.manner import Manner
from archlint.reports.records import Record, counts, looked_at, record

SCHEMA = "archlint/lines@1"


def json_lines(audit: Audit, _manner: Manner) -> str:
    """Return a line for each finding of every state, and a summary as the last one.

    A report without that last line was cut off.
    """
    import msgspec

    encode = msgspec.json.Encoder().encode
    return "".join(f"{encode(line).decode('utf-8')}\n" for line in _lines(audit))


def _lines(audit: Audit) -> Iterator[Record]:
    for finding in audit.findings:
        yield {"type": "finding", **record(finding)}
    coverage = looked_at(audit.coverage)
    yield {"type": "summary", "schema": SCHEMA, "summary": counts(audit), "coverage": coverage}
