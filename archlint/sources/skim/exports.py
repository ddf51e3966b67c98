"""Exports: what `__all__` lists, and what a module-level `__getattr__` serves from a map."""

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence

from archlint.model.facts.outline import LazyExport
from archlint.sources.skim.attaching import attached
from archlint.sources.skim.texts import text_of

EXPORTS = "__all__"
_HOOK = "__getattr__"
_PLACE_PARTS = 2


def exports(top: Iterable[ast.stmt], source: bytes) -> tuple[str, ...] | None:
    """Return the literal `__all__`, None when there is none or it cannot be read."""
    if EXPORTS.encode() not in source:
        return None
    names: list[str] | None = None
    for statement in top:
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Expr):
            names = _after(statement, names)
    return None if names is None else tuple(names)


def _after(
    statement: ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Expr, names: list[str] | None
) -> list[str] | None:
    """Return the exports after a statement, given those before it."""
    if isinstance(statement, ast.Expr):
        return _called(statement.value, names)
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    if not any(_is_exports(target) for target in targets) or statement.value is None:
        return names
    given = _strings(statement.value)
    if not isinstance(statement, ast.AugAssign):
        return given
    return None if names is None or given is None else names + given


def _called(call: ast.expr, names: list[str] | None) -> list[str] | None:
    """Follow `__all__.extend([...])` and its kin; what else changes it makes it unreadable."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return names
    if names is None or not _is_exports(call.func.value):
        return names
    change = call.func.attr
    if change == "extend" and len(call.args) == 1:
        given = _strings(call.args[0])
        return None if given is None else names + given
    given = _strings(ast.List(elts=call.args))
    if given is None or change not in {"append", "remove"}:
        return None
    return names + given if change == "append" else [n for n in names if n not in given]


def _is_exports(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == EXPORTS


def _strings(node: ast.expr) -> list[str] | None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _strings(node.left), _strings(node.right)
        return None if left is None or right is None else left + right
    if not isinstance(node, ast.List | ast.Tuple):
        return None
    texts = [text_of(element) for element in node.elts]
    return None if None in texts else [text for text in texts if text is not None]


def lazy_exports(
    top: Iterable[ast.stmt], source: bytes, column: Callable[[ast.AST], int]
) -> tuple[LazyExport, ...]:
    """Return the names that a `__getattr__` serves from a literal map, with where they come from.

    A map is read when `__getattr__` contains or names it, and its values are dotted texts or pairs
    of module and attribute; `__getattr__` may also come from `lazy_loader.attach`.
    """
    if _HOOK.encode() not in source:
        return ()
    served: dict[str, LazyExport] = {}
    for name, home, node, line in _served(tuple(top)):
        served[name] = LazyExport(name, home, getattr(node, "lineno", line), column(node))
    return tuple(served.values())


Entry = tuple[str, str, ast.AST, int]
"""A name, where it comes from, the node that says so, and the line of its statement."""


def _served(top: Sequence[ast.stmt]) -> Iterator[Entry]:
    for statement in top:
        if isinstance(statement, ast.FunctionDef) and statement.name == _HOOK:
            yield from _from_maps(statement, top)
        elif isinstance(statement, ast.Assign) and _is_hook(statement.targets[0]):
            call = statement.value
            for node, served, source in attached(call) if isinstance(call, ast.Call) else ():
                yield served, source, node, statement.lineno


def _is_hook(target: ast.expr) -> bool:
    """Whether `__getattr__` is bound, alone or first of several names."""
    if isinstance(target, ast.Tuple) and target.elts:
        target = target.elts[0]
    return isinstance(target, ast.Name) and target.id == _HOOK


def _from_maps(function: ast.FunctionDef, top: Iterable[ast.stmt]) -> Iterator[Entry]:
    inside = tuple(ast.walk(function))
    used = {node.id for node in inside if isinstance(node, ast.Name)}
    for statement in top:
        served = _map_named(used, statement)
        if isinstance(served, ast.Dict):
            yield from _entries(served, statement.lineno)
    for node in inside:
        if isinstance(node, ast.Dict):
            yield from _entries(node, function.lineno)


def _map_named(used: set[str], statement: ast.stmt) -> ast.expr | None:
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    else:
        return None
    named = any(isinstance(target, ast.Name) and target.id in used for target in targets)
    return statement.value if named else None


def _entries(node: ast.Dict, line: int) -> Iterator[Entry]:
    for key, value in zip(node.keys, node.values, strict=True):
        name = text_of(key)
        if key and name and (place := _place(value, name)):
            yield name, place, key, line


def _place(value: ast.expr, name: str) -> str:
    """Return where a name comes from, "" where a value says no place: a word may mean anything.

    A pair, and a text with a colon, give module and attribute; another text may be either.
    """
    if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == _PLACE_PARTS:
        module, attribute = map(text_of, value.elts)
        return f"{module}.{attribute}" if module and attribute else ""
    text = text_of(value) or ""
    place = text.replace(":", ".")
    if "." not in place or not place.replace(".", "").isidentifier():
        return ""
    return place if ":" in text or place.rpartition(".")[2] == name else f"{place}.{name}"
