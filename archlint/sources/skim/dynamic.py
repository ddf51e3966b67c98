"""Dynamic imports: modules that a file names in a string and has imported by a function."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from archlint.model.facts.outline import Import, ImportKind
from archlint.sources.skim.calls import Call
from archlint.sources.skim.folding import Folding, Text

_MODULE_IMPORTERS = frozenset({"import_module", "__import__"})
_OBJECT_IMPORTERS = frozenset({"pkgutil.resolve_name", "pydoc.locate"})
_IMPORTERS = _MODULE_IMPORTERS | {"import_string", "resolve_name", "locate"}
SIGNS = (b"import_module", b"__import__", b"import_string", b"resolve_name", b"locate(")
"""What stands where something is imported by name."""

_RARE = frozenset({"pkgutil", "pydoc"})
_USUAL_SIGNS = SIGNS[:3]
_OWN_PACKAGE = frozenset({"__package__", "__name__"})
_DOTTED = re.compile(r"\w+(?:\.\w+)*")
_LEVEL = 4  # the fifth argument of `__import__`
_NAMES = ("name", "dotted_path", "import_name", "path")


class _Target(NamedTuple):
    module: str
    name: str | None
    level: int


def may_import(static: Iterable[Import], source: bytes) -> bool:
    """Whether a file has a function at hand that imports by name."""
    if any(sign in source for sign in _USUAL_SIGNS):
        return True
    return any(statement.module in _RARE for statement in static)


def is_renamed(static: Iterable[Import]) -> bool:
    """Whether such a function goes by a name of which its calls have no sign."""
    return any(statement.alias and statement.name in _IMPORTERS for statement in static)


def dynamic_imports(
    called: Iterable[Call], folding: Folding, column: Callable[[ast.AST], int]
) -> Iterator[Import]:
    """Yield what `import_module("a.b")` and its kin import, as far as the text is literal."""
    for call in called:
        if target := _target(call, folding):
            yield Import(
                module=target.module,
                name=target.name,
                alias=None,
                level=target.level,
                line=call.node.lineno,
                column=column(call.node),
                kind=ImportKind.DYNAMIC,
                scope=call.scope,
                guard=call.guard,
            )


def _target(call: Call, folding: Folding) -> _Target | None:
    """Return what a call imports, None when it imports nothing or cannot be read."""
    given = call.argument(0, *_NAMES) if call.last in _IMPORTERS else None
    text = folding.text(given) if given else None
    if text is None:
        return None
    if call.last in _MODULE_IMPORTERS:
        return _module(call, text.prefix, folding)
    is_known = call.callee in _OBJECT_IMPORTERS or call.last == "import_string"
    return _object(text) if is_known else None


def _module(call: Call, text: str, folding: Folding) -> _Target | None:
    name = text.lstrip(".")
    level = len(text) - len(name)
    if not _DOTTED.fullmatch(name):
        return None
    if not level:
        return _Target(name, None, _level(call))
    package = call.argument(1, "package")
    if isinstance(package, ast.Name) and package.id in _OWN_PACKAGE:
        return _Target(name, None, level)
    literal = folding.text(package) if package else None
    return _inside(literal.whole, name, level) if literal else None


def _inside(package: str, name: str, level: int) -> _Target | None:
    """Return the module `name` relative to a package that the call spells out."""
    parts = package.split(".")
    kept = parts[: len(parts) - level + 1]
    return _Target(".".join((*kept, name)), None, 0) if package and kept else None


def _object(text: Text) -> _Target | None:
    """Read `a.b.C` or `a.b:C` as the attribute C of a.b, which may be a module as well."""
    name = text.prefix.replace(":", ".")
    if not _DOTTED.fullmatch(name):
        return None
    module, _, attribute = name.rpartition(".")
    if not module or not text.whole:
        return _Target(name, None, 0)
    return _Target(module, attribute, 0)


def _level(call: Call) -> int:
    """Return the level of `__import__`, which it takes as a number instead of dots."""
    given = call.argument(_LEVEL, "level")
    value = given.value if isinstance(given, ast.Constant) else 0
    return value if isinstance(value, int) else 0
