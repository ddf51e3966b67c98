"""Rules of one's own that are installed: distributions with the entry points `archlint.rules`."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from archlint.rulebook.own import Chapter, OwnRulesError, chapter_of_module

GROUP = "archlint.rules"
_RECORDS = (".dist-info", ".egg-info")
_ENTRY_POINTS = "entry_points.txt"


@cache
def installed_chapters() -> tuple[tuple[str, Chapter], ...]:
    """Return the rules of every entry point, by its name. Raises OwnRulesError."""
    return tuple(_chapters()) if any(map(_speaks_of_us, _records())) else ()


def _chapters() -> Iterator[tuple[str, Chapter]]:
    from importlib.metadata import entry_points  # slow to load, and few have such rules

    for point in sorted(entry_points(group=GROUP), key=lambda each: each.name):
        try:
            module = point.load()
            yield point.value, chapter_of_module(module, Path(module.__file__ or ""))
        except OwnRulesError as error:
            raise OwnRulesError(_told(point.value, str(error))) from error
        except (Exception, SystemExit) as error:
            raise OwnRulesError(_told(point.value, f"{type(error).__name__}: {error}")) from error


def _told(value: str, reason: str) -> str:
    return f"installed rules {value}: {reason}; --isolated does without them"


def _records() -> Iterator[Path]:
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            for entry in entries:
                if entry.name.endswith(_RECORDS):
                    yield Path(entry.path, _ENTRY_POINTS)


def _speaks_of_us(file: Path) -> bool:
    with suppress(OSError):
        return GROUP.encode() in file.read_bytes()
    return False
