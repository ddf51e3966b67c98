"""Limits: what of an audit was asked for, by paths."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from archlint.assembly.faults import NothingToJudgeError
from archlint.model.audit import Audit


def require(wanted: Sequence[Path], folder: Path, paths: Iterable[str]) -> None:
    """Raise NothingToJudgeError for what is wanted where none of the paths lies."""
    places = [folder / path for path in paths] if wanted else []
    for path in wanted:
        if not any(_lies_in(place, [path]) for place in places):
            raise NothingToJudgeError(f"{path}: no Python module of the project lies here")


def limited(found: Audit, folder: Path, wanted: Sequence[Path]) -> Audit:
    """Leave out findings of files that were not asked for."""
    if not wanted:
        return found
    kept = (
        finding
        for finding in found.findings
        if any(_lies_in(folder / place.path, wanted) for place in (finding.place, *finding.also))
    )
    delta = found.baseline and found.baseline.limited(lambda at: _lies_in(folder / at, wanted))
    return replace(found, findings=tuple(kept), baseline=delta)


def _lies_in(path: Path, folders: Sequence[Path]) -> bool:
    resolved = path.resolve()
    return any(resolved.is_relative_to(folder) for folder in folders)
