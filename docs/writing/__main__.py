"""Writes anew what is not written by hand: `python -m docs.writing`.

The settings reference, the list of rules, and what the commands of all pages print.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from docs.writing.stories import PAGES, PROJECT, retold
from docs.writing.written import WRITTEN


def main() -> None:
    """Write every page of which a part is not written by hand."""
    for path, written in WRITTEN.items():
        (PROJECT / path).write_text(written(), encoding="utf-8")
    for page in PAGES:
        with TemporaryDirectory() as desk:
            text = page.read_text(encoding="utf-8")
            page.write_text(retold(text, Path(desk)), encoding="utf-8")


if __name__ == "__main__":
    main()
