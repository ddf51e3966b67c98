"""Dynamic imports: modules that a file names in a string and has imported by a function."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from archlint.model.facts.outline import Guard, Import, ImportKind, Scope
from archlint.sources.skim.blocks import Block
from archlint.sources.skim.dotted import dotted
from archlint.sources.skim.folding import Folding, Text

_SIGNS = (b"import_module", b"__import__", b"import_string", b"pkgutil", b"pydoc")
_MODULE_IMPORTERS = frozenset({"import_module", "__import__"})
_OBJECT_IMPORTERS = frozenset({"pkgutil.resolve_name", "pydoc.locate"})
_IMPORTERS = _MODULE_IMPORTERS | {"import_string", "resolve_name", "locate"}
_OWN_PACKAGE = frozenset({"__package__", "__name__"})
_DOTTED = re.compile(r"\w+(?:\.\w+)*")
_LEVEL = 4  # the fifth argument of `__import__`


class _Target(NamedTuple):
    module: str
    name: str | None
    level: int


class _Call(NamedTuple):
    node: ast.Call
    scope: Scope
    guard: Guard


def dynamic_imports(
    found: Iterable[Block],
    source: bytes,
    static: Iterable[Import],
    top: Iterable[ast.stmt],
    column: Callable[[ast.AST], int],
) -> Iterator[Import]:
    """Yield what `import_module("a.b")` and its kin import, as far as the text is literal."""
    if not any(sign in source for sign in _SIGNS):
        return
    reader = _Reader({i.binds: _source(i) for i in static if not i.level}, Folding(top))
    for call in _calls(found):
        if target := reader.target(call.node):
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


def _source(statement: Import) -> str:
    if statement.name:
        return f"{statement.module}.{statement.name}"
    return statement.module if statement.alias else statement.binds


def _calls(found: Iterable[Block]) -> Iterator[_Call]:
    for block in found:
        waiting: list[tuple[ast.AST, Scope]] = [(s, block.scope) for s in block.body]
        while waiting:
            node, scope = waiting.pop()
            if isinstance(node, ast.Call):
                yield _Call(node, scope, block.guard)
            inside = Scope.FUNCTION if isinstance(node, ast.Lambda) else scope
            waiting.extend((child, inside) for child in _expressions(node))


def _expressions(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the children of a node, except the statements: those stand in blocks of their own."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield child


class _Reader:
    """Reads calls; `sources` says what the imported names of the file stand for."""

    def __init__(self, sources: dict[str, str], folding: Folding) -> None:
        self._sources = sources
        self._folding = folding

    def target(self, call: ast.Call) -> _Target | None:
        """Return what a call imports, None when it imports nothing or cannot be read."""
        callee = self._callee(call)
        last = callee.rpartition(".")[2]
        if last not in _IMPORTERS or not call.args:
            return None
        text = self._folding.text(call.args[0])
        if text is None:
            return None
        if last in _MODULE_IMPORTERS:
            return self._module(call, text.prefix)
        return _object(text) if callee in _OBJECT_IMPORTERS or last == "import_string" else None

    def _callee(self, call: ast.Call) -> str:
        head, dot, rest = dotted(call.func).partition(".")
        return "" if head in {"self", "cls"} else self._sources.get(head, head) + dot + rest

    def _module(self, call: ast.Call, text: str) -> _Target | None:
        name = text.lstrip(".")
        level = len(text) - len(name)
        if not _DOTTED.fullmatch(name):
            return None
        if not level:
            return _Target(name, None, _level(call))
        package = _argument(call, 1, "package")
        if isinstance(package, ast.Name) and package.id in _OWN_PACKAGE:
            return _Target(name, None, level)
        literal = self._folding.text(package) if package else None
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


def _argument(call: ast.Call, position: int, name: str) -> ast.expr | None:
    if len(call.args) > position:
        return call.args[position]
    return next((k.value for k in call.keywords if k.arg == name), None)


def _level(call: ast.Call) -> int:
    """Return the level of `__import__`, which it takes as a number instead of dots."""
    given = _argument(call, _LEVEL, "level")
    value = given.value if isinstance(given, ast.Constant) else 0
    return value if isinstance(value, int) else 0
