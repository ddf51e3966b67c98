"""Test code: which files are tests, by the patterns of the settings."""

from collections.abc import Iterable

from pathspec import GitIgnoreSpec


def test_files(files: Iterable[str], tests: Iterable[str]) -> frozenset[str]:
    """Return the files that the patterns cover.

    They read as lines of a `.gitignore` do: a name without a slash matches at any depth, a folder
    covers what lies in it. A plain name covers a module of that name, too: `tests` is `tests.py`.
    """
    patterns = [pattern.removeprefix("./") for pattern in tests]
    modules = [f"{pattern}.py" for pattern in patterns if pattern.isidentifier()]
    spec = GitIgnoreSpec.from_lines([*patterns, *modules])
    return frozenset(path for path in files if spec.check_file(path).include)
