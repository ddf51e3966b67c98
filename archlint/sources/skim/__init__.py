"""The skim: what one file imports and which names it binds, by its syntax alone."""

from archlint.sources.skim.reader import skim

__all__ = ["skim"]
