"""The uses: what a file does with the names that its imports bind."""

from archlint.sources.skim.uses.reader import read_uses

__all__ = ["read_uses"]
