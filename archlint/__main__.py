"""Lets `python -m archlint` do what `archlint` does."""

from archlint.cli.main import run

if __name__ == "__main__":
    run()
