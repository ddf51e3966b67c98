"""What check says beside the report, on standard error."""

from collections.abc import Iterator, Mapping

from archlint.cli.comparison import comparison
from archlint.model.audit import Audit, Coverage
from archlint.reports.summary import counted
from archlint.surveying.silence import silences


def remarks(audit: Audit) -> Iterator[str]:
    """Yield what was assumed and what the person who runs this ought to know."""
    if audit.assumption:
        yield audit.assumption
    for note in (*audit.notes, *silences(audit)):
        yield f"note: {note}"
    yield from comparison(audit)


def coverage(audit: Audit) -> Iterator[str]:
    """Yield what was looked at: layers innermost first, imports, idle rules."""
    seen = audit.coverage
    for layer in seen.layers:
        role = f", {layer.role}" if layer.role else ""
        yield f"ring {layer.ring} {layer.name}{role}: {counted(layer.modules, 'module')}"
    yield f"in no layer: {counted(seen.telling_modules - seen.layered_modules, 'module')}"
    yield f"judged {seen.judged_imports} of {counted(seen.imports, 'import')}"
    yield f"studied {counted(seen.studied_modules, 'module')}"
    yield from _gaps(seen)


def _gaps(seen: Coverage) -> Iterator[str]:
    if seen.unreadable:
        yield f"unreadable: {counted(seen.unreadable, 'file')}"
    for reason in dict.fromkeys(idle.reason for idle in seen.idle):
        names = (idle.name for idle in seen.idle if idle.reason == reason)
        yield f"nothing to judge for {', '.join(names)}: {reason}"


def timings(seconds: Mapping[str, float]) -> Iterator[str]:
    """Yield how long each stage took without those inside it, then all of them together."""
    for stage, taken in (*seconds.items(), ("all", sum(seconds.values()))):
        yield f"{taken:8.3f} s  {stage}"
