"""References: what a file names in a string for a framework to look up in a registry of its own."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator

from archlint.model.facts.outline import Definition, Reference, Registry
from archlint.sources.skim.calls import Call
from archlint.sources.skim.folding import Folding

SIGNS = (
    b"get_model",
    b"get_class(",
    b"ForeignKey(",
    b"OneToOneField(",
    b"ManyToManyField(",
    b"send_task",
    b"signature(",
    b"relationship(",
)
"""What a file contains that refers to something in such a way."""

_LOOKUPS = frozenset({"get_model", "get_class", "get_registered_model"})
_RELATIONS = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField"})
_TASKS = frozenset({"send_task", "signature"})
_MAPPERS = ("sqlalchemy", "sqlmodel", "flask_sqlalchemy")
_MIGRATION = "Migration"
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")

Found = tuple[Registry, str, str]


def is_migration(defined: Iterable[Definition]) -> bool:
    """Whether a file is a migration, whose models are those of the time when it was written."""
    return any(
        each.name == _MIGRATION and any(base.endswith(_MIGRATION) for base in each.bases)
        for each in defined
    )


def references(
    called: Iterable[Call], folding: Folding, column: Callable[[ast.AST], int]
) -> Iterator[Reference]:
    """Yield what calls look up by name, as far as the text is literal."""
    for call in called:
        if found := _reference(call, folding.within(call.functions)):
            line, start = call.node.lineno, column(call.node)
            yield Reference(*found, line, start, call.scope, call.guard)


def _reference(call: Call, folding: Folding) -> Found | None:
    if call.last in _LOOKUPS:
        return _looked_up(call, folding)
    if call.last in _RELATIONS:
        return _labelled(_text(call.argument(0, "to"), folding))
    if call.last in _TASKS:
        return _dotted(_text(call.argument(0, "name", "varies"), folding))
    return _mapped(call, folding) if call.last == "relationship" else None


def _looked_up(call: Call, folding: Folding) -> Found | None:
    """Read `get_model("label", "Name")` and `get_model("label.Name")`."""
    label = _text(call.argument(0, "app_label", "module_label"), folding)
    second = call.argument(1, "model_name", "classname")
    if second is None:
        return _labelled(label)
    name = _text(second, folding)
    return (Registry.LABELLED, label, name) if label and name.isidentifier() else None


def _labelled(text: str) -> Found | None:
    label, dot, name = text.partition(".")
    return (Registry.LABELLED, label, name) if dot and "." not in name else None


def _dotted(text: str) -> Found | None:
    home, dot, name = text.rpartition(".")
    return (Registry.DOTTED, home, name) if dot else None


def _mapped(call: Call, folding: Folding) -> Found | None:
    """Read `relationship("Name")` of a mapper, and `db.relationship("a.b.Name")`."""
    head, dot, _ = call.callee.partition(".")
    if not dot or not (head in _MAPPERS or call.callee.count(".") == 1):
        return None
    text = _text(call.argument(0, "argument"), folding)
    return _dotted(text) or ((Registry.NAMED, "", text) if text else None)


def _text(node: ast.expr | None, folding: Folding) -> str:
    """Return the dotted name that an argument spells, "" where it spells none."""
    known = folding.text(node) if node else None
    text = known.whole if known else ""
    return text if _DOTTED.fullmatch(text) else ""
