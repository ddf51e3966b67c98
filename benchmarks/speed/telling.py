"""Telling: the results as a page of the documentation."""

import math
import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.speed.contests import (
    ALL_CHANGED,
    ALL_COLD,
    ALL_WARM,
    BARE,
    IMPORTS_COLD,
    IMPORTS_WARM,
    PEER_COLD,
    PEER_WARM,
)
from benchmarks.speed.growth import GROWING, Stage, exponent
from benchmarks.speed.measuring import Measure

BESIDE = {
    IMPORTS_COLD: PEER_COLD,
    IMPORTS_WARM: PEER_WARM,
    ALL_COLD: BARE,
    ALL_WARM: PEER_WARM,
    ALL_CHANGED: ALL_WARM,
}
"""Beside what each contest is told as a ratio."""

TOOLS = ("archlint", "import-linter", "grimp", "libcst", "msgspec")


def machine() -> Iterator[str]:
    """Tell what the runs were made on."""
    yield f"- {platform.system()} {platform.machine()}, {os.cpu_count()} cores ({_processor()})\n"
    yield f"- Python {platform.python_version()}\n"
    if hasattr(os, "getloadavg"):
        load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
        yield f"- load averages at the end: {load}\n"


def tools(versions: Mapping[str, str]) -> str:
    """Tell the versions of the tools."""
    known = {name.lower(): version for name, version in versions.items()}
    return f"- {', '.join(f'{name} {known[name]}' for name in TOOLS if name in known)}\n"


def table(title: str, files: int, measures: Mapping[str, Measure]) -> Iterator[str]:
    """Tell the contests of one subject."""
    yield f"\n### {title}, {files} files\n\n"
    yield "| run | wall, s | cpu, s | memory, MB | wall beside | |\n|---|--:|--:|--:|--:|---|\n"
    for name, measure in measures.items():
        yield f"| {name} | {_figures(measure)} | {_ratio(name, measures)} |\n"


def others(patience: float, measures: Mapping[str, Measure], ours: Measure) -> Iterator[str]:
    """Tell what other linters take, each as a ratio to our import rules, cold."""
    yield "\n| other linter, once | wall, s | cpu, s | memory, MB | of our import rules, cold |\n"
    yield "|---|--:|--:|--:|--:|\n"
    for name, measure in measures.items():
        ratio = min(measure.wall, patience) / ours.wall
        more = "over " if math.isinf(measure.wall) else ""
        yield f"| {name} | {_figures(measure)} | {more}{ratio:.1f} |\n"
    yield f"\nAfter {patience:.0f} seconds a run was given up (∞).\n"


def curve(stages: Iterable[Stage]) -> Iterator[str]:
    """Tell how time, and the memory of all rules, grow with the tree."""
    known = []
    yield f"\n| files | lines | {', s | '.join(GROWING)}, s | memory, MB |\n"
    yield f"|--:|--:|{'--:|' * len(GROWING)}--:|\n"
    for stage in stages:
        known.append(stage)
        seconds = " | ".join(f"{stage.measures[name].cpu:.2f}" for name in GROWING)
        memory = max(each.memory for each in stage.measures.values())
        yield f"| {stage.files} | {stage.lines} | {seconds} | {memory:.0f} |\n"
    if len(known) > 1:
        slopes = " | ".join(f"{exponent(known, name):.2f}" for name in GROWING)
        yield f"| exponent | | {slopes} | |\n"
    yield "\nSeconds of all cores; an exponent of 1.14 is 2.2 times the time for twice the lines.\n"


def _figures(measure: Measure) -> str:
    if math.isinf(measure.wall):
        return f"∞ | ∞ | {measure.memory:.0f}"
    return f"{measure.wall:.2f} | {measure.cpu:.2f} | {measure.memory:.0f}"


def _ratio(name: str, measures: Mapping[str, Measure]) -> str:
    other = BESIDE.get(name)
    if other is None or other not in measures:
        return " | "
    return f"{measures[name].wall / measures[other].wall:.2f} | {other}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "unknown")
