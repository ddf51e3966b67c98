"""Where a project lies in its repository, as the services that show reports name its files."""

from pathlib import Path

MARK = ".git"


def place_in_repository(folder: Path) -> str:
    """Return the way from the root of the repository to a folder, "" where there is none."""
    resolved = folder.resolve()
    for root in (resolved, *resolved.parents):
        if (root / MARK).exists():
            way = resolved.relative_to(root).as_posix()
            return "" if way == "." else way
    return ""
