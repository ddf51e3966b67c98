"""Small trees of files on the disk."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from archlint.sources.discovery import discover, tree_below
from archlint.sources.facts import Discovered

TESTS = ("tests", "test", "test_*.py", "*_test.py", "conftest.py")


def plant(folder: Path, files: Iterable[str] | Mapping[str, str]) -> None:
    """Create files with their texts, empty where only their paths are given."""
    texts = files if isinstance(files, Mapping) else dict.fromkeys(files, "")
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def discovered(
    folder: Path,
    files: Iterable[str] | Mapping[str, str],
    *,
    roots: tuple[str, ...] | None = None,
    exclude: tuple[str, ...] = (),
) -> Discovered:
    """Plant files and discover them."""
    plant(folder, files)
    return discover(folder, tree_below(folder, exclude), roots, TESTS)


def names_of(
    folder: Path,
    files: Iterable[str] | Mapping[str, str],
    *,
    roots: tuple[str, ...] | None = None,
) -> list[str]:
    """Plant files and return the names of the modules, tests included, by their paths."""
    found = discovered(folder, files, roots=roots)
    return [m.name for m in sorted((*found.modules, *found.tests), key=lambda m: m.path)]


def paths_of(
    folder: Path, files: Iterable[str] | Mapping[str, str], *, exclude: tuple[str, ...] = ()
) -> list[str]:
    """Plant files and return the paths of the modules that are no tests."""
    return [m.path for m in discovered(folder, files, exclude=exclude).modules]
