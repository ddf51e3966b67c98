"""Whether a project has contracts at all, found out without the weight of import-linter."""

from archlint.contracts.files import Files

FILES = ("setup.cfg", ".importlinter", "pyproject.toml")
"""Where contracts may stand; of several files the first one counts."""


def may_have_contracts(files: Files) -> bool:
    """Whether one of the files that import-linter looks into speaks of it."""
    return any("importlinter" in (files.text(name) or "") for name in FILES)
