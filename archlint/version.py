"""The version of archlint."""

__version__ = "0.1.0"
