"""Judges, timed."""

from collections.abc import Iterator

from archlint.assembly.stopwatch import Stopwatch
from archlint.auditing import Bench, Judge
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.rule import Rule


def timed(bench: Bench, watch: Stopwatch) -> Bench:
    """Return a bench whose judges are timed, each under the name of its rule."""
    judges = {name: _timed(judge, name, watch) for name, judge in bench.judges.items()}
    return Bench(judges, bench.reviews)


def _timed(judge: Judge, name: str, watch: Stopwatch) -> Judge:
    def judging(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
        with watch.timing(name):
            found = tuple(judge(codebase, rule))
        yield from found

    return judging
