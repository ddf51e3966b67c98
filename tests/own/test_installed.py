"""Rules of one's own that are installed."""

from pathlib import Path

import pytest

from tests.cli.running import KEPT, run_apart, write
from tests.own.writing import CHECK, PAGE

NAMES = """
import sys
sys.path.insert(0, {site!r})
import archlint
try:
    print([name for name in archlint.audit({folder!r}, isolated={isolated}).coverage.rules
           if name.startswith("blue")])
except archlint.ArchlintError as error:
    print(error)
"""
POINTS = "[archlint.rules]\nours = ours_rules.book\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a folder in which a distribution with rules is installed."""
    return write(
        tmp_path / "site",
        {
            "ours-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: ours\nVersion: 1.0\n",
            "ours-1.0.dist-info/entry_points.txt": POINTS,
            "ours_rules/__init__.py": "",
            "ours_rules/book.py": CHECK,
            "ours_rules/blue-name.md": PAGE,
        },
    )


def told(site: Path, *, isolated: bool = False) -> str:
    folder = write(site.parent / "project", KEPT)
    program = NAMES.format(site=str(site), folder=str(folder), isolated=isolated)
    return run_apart(folder, "-c", program).stdout.decode().strip()


def test_who_is_isolated_has_none(site: Path) -> None:
    assert told(site, isolated=True) == "[]"


def test_what_is_installed_is_judged(site: Path) -> None:
    assert told(site) == "['blue-name']"


def test_what_cannot_be_loaded_says_which_and_what_helps(site: Path) -> None:
    write(site, {"ours_rules/book.py": "import nowhere_at_all\n"})

    assert told(site) == (
        "installed rules ours_rules.book: ModuleNotFoundError: No module named 'nowhere_at_all'; "
        "--isolated does without them"
    )


def test_a_name_of_the_book_is_taken(site: Path) -> None:
    write(site, {"ours_rules/book.py": CHECK.replace("blue-name", "outward-import")})
    write(site, {"ours_rules/outward-import.md": PAGE})

    assert told(site).startswith(
        "installed rules ours_rules.book: outward-import is a rule of arch"
    )
