"""Remarks: what the comments of a file say to archlint."""

from archlint.sources.skim.remarks.reader import laid_out, said_in

__all__ = ["laid_out", "said_in"]
