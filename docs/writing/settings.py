"""Writes the reference of the settings from their JSON Schema."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archlint.assembly.schema import settings_schema
from archlint.model.architecture.layers import Role

Schema = Mapping[str, Any]

OPENING = """# Settings

archlint reads `archlint.toml`, or the table `[tool.archlint]` of `pyproject.toml`: the first that
is found going up from the current folder, and in one folder `archlint.toml` first. Paths are
relative to that file. In `pyproject.toml` every table below has `tool.archlint.` before its name.
A key that is not listed here is a mistake: archlint names the file, the line and the nearest known
key, and exits with 2.

`archlint init` proposes settings ([init](verbs/init.md)). `archlint config show` prints them with
all that was left out filled in, and `archlint config validate` tries them
([config](verbs/config.md)). For editors, `archlint config schema` prints the JSON Schema that this
page is written from.
"""
TABLES = {
    "layers": (
        "[[layers]]",
        """One table per layer, innermost first. A pattern covers what lies below it, and
`pkg.__init__` only that module. The most specific pattern decides where a module belongs.""",
    ),
    "contexts": (
        "[contexts]",
        "Bounded contexts, which `{context}` in the patterns of layers names.",
    ),
    "allowances": (
        "[[allowances]]",
        """Breaches that are permitted on purpose, one table each. [allow](verbs/allow.md) writes
them, here or as a comment in the code.""",
    ),
    "controllers": ("[controllers]", "Handlers that archlint does not know."),
}
ROLES = """## `[roles]`

What a class is, where archlint sees it otherwise: a list of `module:Class` patterns per role, such
as `entity = ["shop.domain.**:Ticket"]`. The roles are """
LIBRARIES = """## `[libraries]`

What the core may know: `allow`, `warn` or `deny`, by library, by a part of one, or by a kind of
them. Where nothing is said, the catalog decides that archlint ships.

```toml
[libraries]
web = "deny"                # a kind
pydantic = "allow"          # a library
sqlalchemy.types = "allow"  # a part of one
```
"""
RULES = """## `[rules.NAME]`

Every rule has a `severity`: `error`, `warning`, `info` or `off`. [Rules](rules.md) lists what it is
when nothing is said.

```toml
[rules.god-use-case]
severity = "error"
max-collaborators = 7
```

These rules have options of their own:

| rule | option | default | meaning |
|---|---|---|---|
"""
KINDS = {
    "string": "text",
    "boolean": "true or false",
    "integer": "a number",
    "array": "a list of texts",
}
# A longer list is what a catalog knows; the page of the rule says what it is about.
LONGEST = 6
CODE = re.compile(r"\{context\}|(?<!\w)\*+|\[\]|\.gitignore")


def page() -> str:
    """Return the whole page."""
    schema: Schema = settings_schema()
    return "\n".join(_sections(schema["properties"]))


def _sections(keys: Schema) -> Iterator[str]:
    yield OPENING
    plain = {name: key for name, key in keys.items() if "properties" not in key.get("items", key)}
    yield "## Keys of the whole\n\n" + _table({n: k for n, k in plain.items() if "$ref" not in k})
    for name, (title, about) in TABLES.items():
        table = _table(keys[name].get("items", keys[name])["properties"])
        yield f"## `{title}`\n\n{about}\n\n{table}"
    yield ROLES + ", ".join(f"`{role}`" for role in keys["roles"]["properties"]) + ".\n"
    yield LIBRARIES
    yield RULES + "".join(_rules(keys["rules"]["properties"]))


def _table(keys: Schema) -> str:
    rows = (f"| `{name}` | {_kind(key)} | {_told(key)} |\n" for name, key in keys.items())
    return "| key | value | meaning |\n|---|---|---|\n" + "".join(rows)


def _rules(rules: Schema) -> Iterator[str]:
    for name, rule in rules.items():
        cell = f"[`{name}`](../rules/{name}.md)"
        for option, key in rule["properties"].items():
            if option != "severity":
                yield f"| {cell} | `{option}` | {_default(key['default'])} | {_told(key)} |\n"
                cell = ""


def _default(value: object) -> str:
    if not isinstance(value, list):
        return f"`{_toml(value)}`"
    if len(value) > LONGEST:
        return f"a list of {len(value)}"
    return "`[" + ", ".join(_toml(each) for each in value) + "]`"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def _kind(key: Schema) -> str:
    if "enum" in key:
        return _one_of(key["enum"])
    if key.get("format") == "date":
        return "a date"
    return KINDS[key["type"]]


def _one_of(choices: Sequence[str]) -> str:
    few = len(choices) <= len(Role)
    return ", ".join(f"`{each}`" for each in choices) if few else "a rule"


def _told(key: Schema) -> str:
    return CODE.sub(lambda found: f"`{found[0]}`", str(key["description"]).removesuffix("."))
