"""Annotating: puts comments to archlint into Python source, of which every byte stays."""

from archlint.sources.annotating.page import WHOLE_FILE, CannotAnnotateError, Page, Wish
from archlint.sources.annotating.sheet import Written
from archlint.sources.annotating.terms import Terms

__all__ = ["WHOLE_FILE", "CannotAnnotateError", "Page", "Terms", "Wish", "Written"]
