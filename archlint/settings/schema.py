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
About = Mapping[str, Mapping[str, str]]

# A name, not an address; it is absolute, so that references in the schema can be followed when it
# is part of a greater one.
ID = "https://archlint.invalid/settings.schema.json"
LIBRARIES = "libraries"
OWN_RULES = "own-rules"


def schema(book: Mapping[str, Rule], options: About) -> Schema:
    """Return the schema of an `archlint.toml`, or of the table `tool.archlint`.

    `options` says what the options of the rules are about. It is in draft 7, which all readers of
    schemas for pyproject.toml understand.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "Settings of archlint, the architecture linter",
        **_table("How a project says what its architecture is.", _keys(book, options)),
        "definitions": {LIBRARIES: _libraries()},
        "if": {"not": {"required": [OWN_RULES]}},
        "then": {"properties": _of_the_book(book)},
    }


def _of_the_book(book: Mapping[str, Rule]) -> dict[str, Schema]:
    """Return what holds where there are no own rules: any rule that is named is in the book."""
    name = {"enum": [*book]}
    return {
        "rules": {"propertyNames": name},
        "allowances": {"items": {"properties": {"rule": name}}},
    }


def _keys(book: Mapping[str, Rule], options: About) -> dict[str, Schema]:
    rules = {name: _rule(rule, options.get(name, {})) for name, rule in book.items()}
    return {
        "style": _choice(
            Style,
            "Layers and roles by the usual folder names; inferred when left out. "
            "`ddd` makes the rules about aggregates and values one level graver.",
        ),
        "domain-model": _choice(
            DomainModel, "What entities are meant to be; rich when left out, or by the style."
        ),
        "source-roots": _texts("Folders that imports start from; found when left out."),
        "exclude": _texts("Path patterns of files that are not read; .gitignore counts, too."),
        "tests": _texts("Path patterns of test code, which is not judged."),
        "run-custom-contracts": _flag("Run contracts of your own types, which runs that code."),
        OWN_RULES: _texts("Python files with rules of one's own, relative to the settings."),
        "layers": _list("Layers of your own, innermost first, instead of the style's.", _layer()),
        "contexts": _table("Bounded contexts, from {context} in patterns.", _contexts()),
        "allowances": _list("Breaches that are permitted on purpose.", _allowance()),
        "roles": _table("What classes are for, over what evidence says.", _roles()),
        "controllers": _table("Handlers that archlint does not know.", _controllers()),
        LIBRARIES: {"$ref": f"#/definitions/{LIBRARIES}"},
        "rules": {
            **_table("How much a rule weighs, and its options.", rules),
            "additionalProperties": {"type": "object", "properties": {"severity": _severity("")}},
        },
    }


def _roles() -> dict[str, Schema]:
    return {role: _texts(f"Classes that are of role {role}: module:Class.") for role in CLASS_ROLES}


def _layer() -> Schema:
    keys: dict[str, Schema] = {
        "name": _text("What reports call it."),
        "role": _choice(Role, "What it is for, so which rules judge it; by its name, if usual."),
        "modules": _texts("Its modules: * is one segment, ** any number, {context} one."),
        "paths": _texts("The same by path, relative to the settings."),
        "ring": {
            "description": "0 is innermost; one further out than the layer before when left out.",
            "type": "integer",
            "minimum": 0,
        },
        "independent": _flag("Its parts, and layers of the same ring, may not know one another."),
        "closed": _flag("Layers further out may not reach past it."),
        "allowed-libraries": _texts("The only third-party libraries it may import; [] is none."),
        "public": _texts("What of it other layers may import; all of it when left out."),
        "baseline": _flag("Whether findings in it may stay in the baseline; true if left out."),
        "because": _text("A reason or a document; printed with each finding it causes."),
    }
    either = [{"required": ["modules"]}, {"required": ["paths"]}]
    return {**_table("A layer.", keys), "required": ["name"], "anyOf": either}


def _contexts() -> dict[str, Schema]:
    return {
        "independent": _flag("A context reaches another only through what that publishes."),
        "public": _texts("What others may import of a context."),
    }


def _allowance() -> Schema:
    keys: dict[str, Schema] = {
        "rule": _text("The rule that is broken."),
        "from": _text("The module, package or class in which it is broken."),
        "to": _text("The module or name that must not be known there."),
        "because": _text("The reason why it may stay."),
        # A date has no type of its own in JSON: readers of TOML hand on a text or a value.
        "until": {"description": "The last day on which it may stay.", "format": "date"},
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
        "description": "What the core may know, by library, part of one, or kind of them.",
        "type": "object",
        "additionalProperties": {"anyOf": [policy, below]},
    }


def _rule(rule: Rule, about: Mapping[str, str]) -> Schema:
    severity = _severity(f"; {rule.severity} when left out")
    options = {
        name: _option(default, about.get(name, "")) for name, default in rule.options.items()
    }
    return _table(f"{rule.title}.", {"severity": severity, **options})


def _severity(usual: str) -> Schema:
    return _choice(Severity, f"How much it weighs{usual}.")


def _option(default: OptionValue, about: str) -> Schema:
    told: Schema = {"description": about} if about else {}
    if isinstance(default, tuple):
        return {**told, "type": "array", "items": {"type": "string"}, "default": [*default]}
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string"}
    return {**told, "type": kinds[type(default)], "default": default}


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
