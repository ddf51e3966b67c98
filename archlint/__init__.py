"""An architecture linter for Python: reads code without running it."""

__version__ = "0.1.0"
