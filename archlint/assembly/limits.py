"""Limits: what of an audit was asked for, by paths."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from archlint.assembly.faults import NothingToJudgeError
from archlint.model.audit import Audit


def require(wanted: Sequence[Path], folder: Path, paths: Iterable[str]) -> None:
    """Raise NothingToJudgeError for what is wanted where none of the paths lies."""
    base = folder.resolve()
    places = [f"{base}/{path}" for path in paths] if wanted else []
    for path in wanted:
        likely_first = sorted(places, key=lambda place: not place.startswith(str(path)))
        if not any(_lies_in(Path(place), [path]) for place in likely_first):
            raise NothingToJudgeError(f"{path}: no Python module of the project lies here")


def limited(found: Audit, folder: Path, wanted: Sequence[Path]) -> Audit:
    """Leave out findings of files that were not asked for."""
    if not wanted:
        return found
    is_wanted = cache(lambda at: _lies_in(folder / at, wanted))  # many findings are in one file
    kept = (each for each in found.findings if any(is_wanted(at.path) for at in each.places))
    delta = found.baseline and found.baseline.limited(is_wanted)
    return replace(found, findings=tuple(kept), baseline=delta)


def _lies_in(path: Path, folders: Sequence[Path]) -> bool:
    resolved = path.resolve()
    return any(resolved.is_relative_to(folder) for folder in folders)
