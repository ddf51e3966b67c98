"""Remarks: what the comments of a file say to archlint."""

from archlint.sources.skim.remarks.reader import newer_remarks, remarks

__all__ = ["newer_remarks", "remarks"]
