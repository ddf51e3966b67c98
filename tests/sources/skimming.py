"""Outlines told short, so that a test can state them in a line."""

from textwrap import dedent

from archlint.model.facts.outline import Definition, Import, Outline
from archlint.sources.skim import skim


def outline_of(source: str) -> Outline:
    """Return the outline of an indented source."""
    return skim(dedent(source).encode())


def told_import(statement: Import) -> str:
    """Tell what is imported, and whatever is not as usual about it."""
    text = "." * statement.level + statement.module
    text += f":{statement.name}" if statement.name else ""
    text += f" as {statement.alias}" if statement.alias else ""
    unusual = (statement.kind, statement.scope, statement.guard)
    words = [word for word in unusual if word not in {"import", "from", "module", "none"}]
    return " ".join([text, *words])


def imports_of(source: str) -> list[str]:
    """Return the imports of an indented source, told."""
    return [told_import(statement) for statement in outline_of(source).imports]


def told_definition(definition: Definition) -> str:
    """Tell what a name is bound to."""
    text = f"{definition.name} {definition.kind}"
    text += f" {definition.target}" if definition.target else ""
    return text + (f" ({', '.join(definition.bases)})" if definition.bases else "")


def definitions_of(source: str) -> list[str]:
    """Return the definitions of an indented source, told."""
    return [told_definition(definition) for definition in outline_of(source).definitions]
