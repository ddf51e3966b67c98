"""Suites: what the files of tests say."""

from archlint.sources.skim.suites.reader import read_suite

__all__ = ["read_suite"]
