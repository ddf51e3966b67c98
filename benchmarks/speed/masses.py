"""Masses: a tree of millions of lines, made of a real package under many names."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from benchmarks.speed.subjects import Subject

_AROUND = "mass"
"""The package in which the copies lie."""


def mass(subject: Subject, source: Path, place: Path, lines: int) -> Subject:
    """Copy a package under new names until so many lines are there, and write the settings."""
    names = list(_copies(source / subject.package, place / _AROUND, lines))
    layers = tuple(
        (layer, tuple(f"{name}.{module}" for name in names for module in modules))
        for layer, modules in subject.layers
    )
    changes = f"{_AROUND}/{names[0]}/{subject.changes.partition('/')[2]}"
    found = replace(subject, package=_AROUND, layers=layers, changes=changes)
    found.write_settings(place)
    return found


def _copies(package: Path, around: Path, lines: int) -> Iterator[str]:
    around.mkdir(parents=True)
    (around / "__init__.py").touch()
    written = 0
    for number in count(1):
        name = f"{package.name}_{number}"
        written += _copy(package, around / name)
        yield name
        if written >= lines:
            return


def _copy(package: Path, target: Path) -> int:
    """Copy the code so that it imports its own modules; return the number of lines.

    Its last line differs from copy to copy: facts are kept by content, and none may be met twice.
    """
    own = re.compile(rf"^(\s*(?:from|import) ){package.name}\b", re.MULTILINE)
    lines = 0
    for path in package.rglob("*.py"):
        place = target / path.relative_to(package)
        place.parent.mkdir(parents=True, exist_ok=True)
        text = own.sub(rf"\g<1>{_AROUND}.{target.name}", path.read_text(encoding="utf-8"))
        place.write_text(f"{text}# {target.name}\n", encoding="utf-8")
        lines += text.count("\n") + 1
    return lines
