"""Parses every file of a folder with LibCST, one after the other: the least that a study costs."""

import sys
from pathlib import Path

import libcst


def main() -> None:
    """Parse what can be parsed, and tell how much that was."""
    parsed = 0
    for path in Path(sys.argv[1]).rglob("*.py"):
        try:
            libcst.parse_module(path.read_bytes())
        except libcst.ParserSyntaxError:
            continue
        parsed += 1
    print(f"parsed {parsed} files")


if __name__ == "__main__":
    main()
