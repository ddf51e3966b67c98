"""Judges a program that was read, by the rules as it holds them."""

from collections.abc import Sequence
from dataclasses import replace

from archlint.assembly.contracts import judgeable
from archlint.assembly.own_verdicts import own_verdicts
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
    own = own_verdicts(read, able)
    judges = {name: check.judge for name, check in CHECKS.items()}
    bench = Bench({**judges, **own.judges(read.settings.own_rules)}, REVIEWS)
    if request and request.stopwatch:
        bench = timed(bench, request.stopwatch)
    if request and request.progress:
        bench = _counted(bench, able, request.progress)
    found = judge(read.codebase, own.judgeable(able), bench, today())
    assumption, notes = read.settings.assumption, read.notes
    return replace(found, assumption=assumption, notes=notes, faults=own.faults)


def reads_of(rules: Sequence[Rule]) -> Reads:
    """Return which facts these rules ask for."""
    asked = [rule.name for rule in rules if not rule.is_off and rule.name not in REVIEWS]
    is_shallow = all(_reads(name) is Reads.IMPORTS for name in asked)
    return Reads.IMPORTS if is_shallow else Reads.STRUCTURE


def _reads(rule: str) -> Reads:
    """Return what a rule looks at: one that is not ours may ask for anything."""
    return CHECKS[rule].reads if rule in CHECKS else Reads.STRUCTURE


def _counted(bench: Bench, rules: Sequence[Rule], progress: Progress) -> Bench:
    judging = [rule.name for rule in rules if not rule.is_off and rule.name in bench.judges]
    progress.begin("judging rules", len(judging))
    judges = {name: counted(judge, progress) for name, judge in bench.judges.items()}
    return Bench(judges, bench.reviews)
