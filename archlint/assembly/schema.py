"""The JSON Schema of the settings, with the rules of the book in it."""

from archlint import rulebook
from archlint.assembly.request import book
from archlint.settings.schema import Schema, schema


def settings_schema() -> Schema:
    """Return the schema of a settings file."""
    about = {
        page.name: {each.name: each.about for each in page.options} for page in rulebook.pages()
    }
    return schema(book(), about)


def pyproject_schema(_tool: str) -> Schema:
    """Return the schema of `tool.archlint`, as validators of pyproject.toml ask for it."""
    return settings_schema()
