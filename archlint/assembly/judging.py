"""Judges a program that was read, by the rules as it holds them."""

from collections.abc import Sequence
from dataclasses import replace

from archlint.assembly.contracts import judgeable
from archlint.assembly.program import Program
from archlint.assembly.progress import Progress, counted
from archlint.assembly.request import Request, today
from archlint.assembly.timing import timed
from archlint.auditing import Bench, judge
from archlint.checks import CHECKS, REVIEWS, Reads
from archlint.model.audit import Audit
from archlint.model.rule import Rule


def judged(read: Program, rules: Sequence[Rule], request: Request | None = None) -> Audit:
    """Return what the rules find in a program; who wants to see them at it, the request says."""
    able = judgeable(read, rules)
    bench = Bench({name: check.judge for name, check in CHECKS.items()}, REVIEWS)
    if request and request.stopwatch:
        bench = timed(bench, request.stopwatch)
    if request and request.progress:
        bench = _counted(bench, able, request.progress)
    found = judge(read.codebase, able, bench, today())
    return replace(found, assumption=read.settings.assumption, notes=read.notes)


def reads_of(rules: Sequence[Rule]) -> Reads:
    """Return which facts these rules ask for."""
    asked = [rule.name for rule in rules if not rule.is_off and rule.name in CHECKS]
    is_shallow = all(CHECKS[name].reads is Reads.IMPORTS for name in asked)
    return Reads.IMPORTS if is_shallow else Reads.STRUCTURE


def _counted(bench: Bench, rules: Sequence[Rule], progress: Progress) -> Bench:
    judging = [rule.name for rule in rules if not rule.is_off and rule.name in bench.judges]
    progress.begin("judging rules", len(judging))
    judges = {name: counted(judge, progress) for name, judge in bench.judges.items()}
    return Bench(judges, bench.reviews)
