"""Telling: the results as a page of the documentation."""

import os
import platform
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.speed.contests import (
    ALL_CHANGED,
    ALL_WARM,
    IMPORTS_COLD,
    IMPORTS_WARM,
    PEER_COLD,
    PEER_WARM,
)
from benchmarks.speed.growth import Stage
from benchmarks.speed.measuring import Measure

BESIDE = {
    IMPORTS_COLD: PEER_COLD,
    IMPORTS_WARM: PEER_WARM,
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
        figures = f"{measure.wall:.2f} | {measure.cpu:.2f} | {measure.memory:.0f}"
        yield f"| {name} | {figures} | {_ratio(name, measures)} |\n"


def _ratio(name: str, measures: Mapping[str, Measure]) -> str:
    other = BESIDE.get(name)
    if other is None or other not in measures:
        return " | "
    return f"{measures[name].wall / measures[other].wall:.2f} | {other}"


def curve(stages: Iterable[Stage]) -> Iterator[str]:
    """Tell how time grows with the tree."""
    yield "\n| files | import rules cold, s | import rules warm, s |\n|--:|--:|--:|\n"
    for stage in stages:
        cold, warm = stage.measures[IMPORTS_COLD], stage.measures[IMPORTS_WARM]
        yield f"| {stage.files} | {cold.wall:.2f} | {warm.wall:.2f} |\n"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, "unknown")
