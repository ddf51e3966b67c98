"""Decorators of tests and fixtures, as pytest reads them."""

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archlint.sources.skim.bindings import Function
from archlint.sources.skim.dotted import dotted, last_name
from archlint.sources.skim.texts import text_of

_FIXTURE = "fixture"
_MARK = "mark"
_USING = "usefixtures"


class Marks(NamedTuple):
    """The last names of markers, and the fixtures that they ask for."""

    names: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def beside(self, others: "Marks") -> "Marks":
        """Return these and the others."""
        return Marks((*self.names, *others.names), (*self.asked, *others.asked))


def marks(written: Iterable[ast.expr]) -> Marks:
    """Return the marks among decorators, or in what `pytestmark` is set to."""
    found = [*_marked(written)]
    asked = (a for node in found if _name(node) == _USING for a in _arguments(node))
    return Marks(tuple(map(_name, found)), tuple(filter(None, map(text_of, asked))))


def _marked(written: Iterable[ast.expr]) -> Iterator[ast.expr]:
    for node in written:
        if isinstance(node, ast.List | ast.Tuple):
            yield from _marked(node.elts)
        elif f".{_MARK}." in f".{dotted(_callee(node))}":
            yield node


def _name(node: ast.expr) -> str:
    return last_name(_callee(node))


def _arguments(node: ast.expr) -> list[ast.expr]:
    return node.args if isinstance(node, ast.Call) else []


class FixtureMark(NamedTuple):
    """How a function is made a fixture; `name` is "" where it goes by its own."""

    name: str
    is_autouse: bool


def fixture_mark(function: Function) -> FixtureMark | None:
    """Return what makes a function a fixture, None for any other function."""
    for node in function.decorator_list:
        if last_name(_callee(node)).endswith(_FIXTURE):
            given = {k.arg: k.value for k in node.keywords} if isinstance(node, ast.Call) else {}
            alias = given.get("name")
            autouse = given.get("autouse")
            is_autouse = isinstance(autouse, ast.Constant) and autouse.value is True
            return FixtureMark((text_of(alias) if alias else None) or "", is_autouse)
    return None


def _callee(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node
