"""Who acts in a file of tests: its own classes, and what mocks are made to look like."""

import ast
import re
from collections.abc import Iterable, Iterator

from archlint.model.facts.suites import Actor
from archlint.sources.skim.dotted import dotted, last_name

_MAKING = re.compile(r"mock|stub|spy|fake|dummy|double|autospec", re.IGNORECASE)
_PATCHING = frozenset({"object", "setattr", "multiple"})
_LIKE = frozenset({"spec", "spec_set", "autospec", "instance"})
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def actors(tree: ast.Module) -> Iterator[Actor]:
    """Yield the classes that a file defines, wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            bases = tuple(filter(None, map(_base, node.bases)))
            yield Actor(node.name, bases, tuple(_given(node.body)))


def copied(tree: ast.Module) -> Iterator[str]:
    """Yield the chains of names that somebody in a file makes a double of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from filter(None, map(dotted, _models(node)))


def _base(node: ast.expr) -> str:
    return dotted(node.value if isinstance(node, ast.Subscript) else node)


def _given(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the names by which a class can be called: methods, and mocks in their place."""
    for each in body:
        if isinstance(each, _FUNCTIONS):
            yield each.name
        elif isinstance(each, ast.Assign):
            yield from (target.id for target in each.targets if isinstance(target, ast.Name))


def _models(call: ast.Call) -> Iterator[ast.expr]:
    """Yield what a call takes as the model of a double."""
    name = last_name(call.func)
    is_patch = name in _PATCHING and "patch" in dotted(call.func)
    if is_patch or _MAKING.search(name):
        yield from call.args[:1]
    yield from (keyword.value for keyword in call.keywords if keyword.arg in _LIKE)
