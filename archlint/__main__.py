"""Lets `python -m archlint` do what `archlint` does."""

import sys

from archlint.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
