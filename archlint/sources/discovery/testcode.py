"""Test code: which files are tests, by the patterns of the settings."""

from collections.abc import Iterable

from archlint.sources.discovery.ignoring import Patterns, settings_patterns
from archlint.sources.discovery.layout import parent


def test_files(files: Iterable[str], tests: Iterable[str]) -> frozenset[str]:
    """Return the files that the patterns cover.

    They read as lines of a `.gitignore` do: a name without a slash matches at any depth, a folder
    covers what lies in it. A plain name covers a module of that name, too: `tests` is `tests.py`.
    """
    lines = tuple(tests)
    modules = (f"{line}.py" for line in lines if line.isidentifier())
    folders = _Folders(settings_patterns([*lines, *modules]))
    return frozenset(path for path in files if folders.cover(path))


class _Folders:
    """Remembers which folders are test code."""

    def __init__(self, tests: Patterns) -> None:
        self._tests = tests
        self._known = {"": False}

    def cover(self, path: str) -> bool:
        return self._is_test(parent(path)) or bool(self._tests.file(path))

    def _is_test(self, folder: str) -> bool:
        if folder not in self._known:
            above = self._is_test(parent(folder))
            self._known[folder] = above or bool(self._tests.folder(folder))
        return self._known[folder]
