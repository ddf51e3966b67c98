"""Judges a program that was read, by the rules as it holds them."""

from collections.abc import Sequence
from dataclasses import replace

from archlint.assembly.contracts import judgeable
from archlint.assembly.program import Program
from archlint.assembly.request import today
from archlint.assembly.stopwatch import Stopwatch
from archlint.assembly.timing import timed
from archlint.auditing import Bench, judge
from archlint.checks import CHECKS, REVIEWS, Reads
from archlint.model.audit import Audit
from archlint.model.rule import Rule


def judged(read: Program, rules: Sequence[Rule], watch: Stopwatch | None = None) -> Audit:
    """Return what the rules find in a program."""
    bench = Bench({name: check.judge for name, check in CHECKS.items()}, REVIEWS)
    bench = timed(bench, watch) if watch else bench
    found = judge(read.codebase, judgeable(read, rules), bench, today())
    return replace(found, assumption=read.settings.assumption, notes=read.notes)


def reads_of(rules: Sequence[Rule]) -> Reads:
    """Return which facts these rules ask for."""
    asked = [rule.name for rule in rules if not rule.is_off and rule.name in CHECKS]
    is_shallow = all(CHECKS[name].reads is Reads.IMPORTS for name in asked)
    return Reads.IMPORTS if is_shallow else Reads.STRUCTURE
