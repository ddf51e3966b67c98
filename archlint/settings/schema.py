"""The JSON Schema of the settings: what editors and other tools need to know of the keys."""

from collections.abc import Mapping
from enum import StrEnum

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Role
from archlint.model.catalog import Policy
from archlint.model.finding import Severity
from archlint.model.rule import OptionValue, Rule
from archlint.settings.evidence_tables import CLASS_ROLES
from archlint.settings.styles import Style

Schema = dict[str, object]

# A name, not an address; it is absolute, so that references in the schema can be followed when it
# is part of a greater one.
ID = "https://archlint.invalid/settings.schema.json"
LIBRARIES = "libraries"


def schema(book: Mapping[str, Rule]) -> Schema:
    """Return the schema of an `archlint.toml`, or of the table `tool.archlint`.

    It is in draft 7, which all readers of schemas for pyproject.toml understand.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "Settings of archlint, the architecture linter",
        **_table("How a project says what its architecture is.", _keys(book)),
        "definitions": {LIBRARIES: _libraries()},
    }


def _keys(book: Mapping[str, Rule]) -> dict[str, Schema]:
    return {
        "style": _choice(Style, "How the program is arranged: layers by the usual folder names."),
        "domain-model": _choice(DomainModel, "What an entity is meant to be."),
        "source-roots": _texts("Folders that imports start from; found when left out."),
        "exclude": _texts("Globs of files that are not read, relative to the settings."),
        "tests": _texts("Folders and globs of test code."),
        "run-custom-contracts": _flag("Run code of the project for contracts that need it."),
        "own-rules": _texts("Python files with rules of one's own, relative to the settings."),
        "layers": _list("The layers, innermost first; they replace those of the style.", _layer()),
        "contexts": _table("Bounded contexts, from {context} in patterns.", _contexts()),
        "allowances": _list("Breaches that are permitted on purpose.", _allowance(book)),
        "roles": _table(
            "What classes are for, over what evidence says.",
            {
                role: _texts(f"Classes that are of role {role}: module:Class.")
                for role in CLASS_ROLES
            },
        ),
        "controllers": _table("Handlers that archlint does not know.", _controllers()),
        LIBRARIES: {"$ref": f"#/definitions/{LIBRARIES}"},
        "rules": _table("Severities and options.", {n: _rule(rule) for n, rule in book.items()}),
    }


def _layer() -> Schema:
    keys: dict[str, Schema] = {
        "name": _text("The name of the layer."),
        "role": _choice(Role, "What the layer is for; by its name when left out."),
        "modules": _texts("Dotted patterns: * is one segment, ** any, {context} captures."),
        "paths": _texts("The same by file, relative to the settings."),
        "ring": {
            "description": "0 is innermost; one further out than the layer before when left out.",
            "type": "integer",
            "minimum": 0,
        },
        "independent": _flag("Its parts, and layers of the same ring, may not know one another."),
        "closed": _flag("Layers further out may not reach past it."),
        "allowed-libraries": _texts("The only third-party packages that it may import."),
        "public": _texts("What other layers may import of it."),
        "baseline": _flag("Whether findings in it may stay in the baseline; true if left out."),
        "because": _text("Why; told with every finding that this layer causes."),
    }
    either = [{"required": ["modules"]}, {"required": ["paths"]}]
    return {**_table("A layer.", keys), "required": ["name"], "anyOf": either}


def _contexts() -> dict[str, Schema]:
    return {
        "independent": _flag("A context reaches another only through what that publishes."),
        "public": _texts("What others may import of a context."),
    }


def _allowance(book: Mapping[str, Rule]) -> Schema:
    keys: dict[str, Schema] = {
        "rule": {"description": "The rule that is broken.", "enum": [*book]},
        "from": _text("The module or class in which it is broken."),
        "to": _text("What must not be known there."),
        "because": _text("Why it may stay."),
        # A date has no type of its own in JSON: readers of TOML hand on a text or a value.
        "until": {"description": "The last day on which it may.", "format": "date"},
    }
    either = [{"required": ["from"]}, {"required": ["to"]}]
    return {**_table("An allowance.", keys), "required": ["rule", "because"], "anyOf": either}


def _controllers() -> dict[str, Schema]:
    return {
        "decorators": _texts("Decorators that make a function a handler."),
        "bases": _texts("Base classes whose methods are handlers."),
    }


def _libraries() -> Schema:
    policy = {"enum": [each.value for each in Policy]}
    below = {"$ref": f"#/definitions/{LIBRARIES}"}
    return {
        "description": "Whether the core may know a library, a part of one, or a kind of them.",
        "type": "object",
        "additionalProperties": {"anyOf": [policy, below]},
    }


def _rule(rule: Rule) -> Schema:
    severity = _choice(Severity, f"How much it weighs; {rule.severity} when left out.")
    options = {name: _option(default) for name, default in rule.options.items()}
    return _table(f"{rule.title}.", {"severity": severity, **options})


def _option(default: OptionValue) -> Schema:
    if isinstance(default, tuple):
        return {"type": "array", "items": {"type": "string"}, "default": [*default]}
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string"}
    return {"type": kinds[type(default)], "default": default}


def _table(description: str, keys: Mapping[str, Schema]) -> Schema:
    return {
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "properties": dict(keys),
    }


def _list(description: str, items: Schema) -> Schema:
    return {"description": description, "type": "array", "items": items}


def _texts(description: str) -> Schema:
    return {"description": description, "type": "array", "items": {"type": "string"}}


def _text(description: str) -> Schema:
    return {"description": description, "type": "string", "pattern": "\\S"}


def _flag(description: str) -> Schema:
    return {"description": description, "type": "boolean"}


def _choice(choices: type[StrEnum], description: str) -> Schema:
    return {"description": description, "enum": [each.value for each in choices]}
