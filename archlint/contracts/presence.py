"""Whether a project has contracts at all, found out without the weight of import-linter."""

from collections.abc import Iterable, Iterator

from archlint.contracts.files import Files
from archlint.contracts.places import holds_settings

FILES = ("setup.cfg", ".importlinter", "pyproject.toml")
"""Where contracts may stand; of several files the first one counts."""

_DEPTH = 3  # packages/orders/svc; below that lie packages, whose number has no bound
_NAMED = 3


def may_have_contracts(files: Files) -> bool:
    """Whether one of the files that import-linter looks into speaks of it."""
    return any("importlinter" in (files.text(name) or "") for name in FILES)


def unread(files: Files, modules: Iterable[str]) -> Iterator[str]:
    """Yield a note if there are contracts in folders below, around the paths of modules."""
    found = list(_below(files, modules))
    if not found:
        return
    named, more = found[:_NAMED], len(found) - _NAMED
    if more > 0:
        named.append(f"{more} more")
    *others, last = named
    listed = f"{', '.join(others)} and {last} are" if others else f"{last} is"
    yield f"{listed} not read: contracts are looked for in the folder of the settings"


def _below(files: Files, modules: Iterable[str]) -> Iterator[str]:
    for folder in sorted({folder for path in modules for folder in _folders(path)}):
        for name in FILES:
            path = f"{folder}/{name}"
            if holds_settings(files.text(path) or ""):
                yield path


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that a file lies in, as deep as projects lie inside of projects."""
    parts = path.split("/")[:-1][:_DEPTH]
    for length in range(1, len(parts) + 1):
        yield "/".join(parts[:length])
