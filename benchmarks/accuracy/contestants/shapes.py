"""Shapes: what simple detectors measure of classes and functions."""

import ast
from collections.abc import Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef

_BRANCHES = (
    ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.IfExp, ast.Assert,
    ast.comprehension, ast.match_case,
)  # fmt: skip
_SCHEMAS = frozenset(
    {"BaseModel", "Model", "SQLModel", "Base", "Document", "EmbeddedDocument", "DeclarativeBase"}
)
# The thresholds of PMD's rule DataClass, which are those of Lanza & Marinescu, Object-Oriented
# Metrics in Practice (2006), chapter 5.
_REVEALING = 1 / 3
_FEW_OPEN, _COMPLEX = 3, 31
_MANY_OPEN, _VERY_COMPLEX = 5, 47


def methods(node: ast.ClassDef) -> list[Function]:
    """Return the methods with names of their own."""
    return [
        each for each in node.body if isinstance(each, Function) and not each.name.startswith("__")
    ]


def fields(node: ast.ClassDef) -> set[str]:
    """Return the fields that the class declares, or that its constructor assigns to."""
    found = set[str]()
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            found.add(each.target.id)
        elif isinstance(each, ast.Assign):
            found |= {target.id for target in each.targets if isinstance(target, ast.Name)}
        elif isinstance(each, ast.FunctionDef) and each.name == "__init__":
            found |= set(_assigned(each))
    return {name for name in found if not name.startswith("__")}


def _assigned(constructor: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(constructor):
        is_own = isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self"
        if is_own and isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def is_schema(node: ast.ClassDef) -> bool:
    """Whether a base is by its name that of a mapper or of a schema."""
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    return not bases.isdisjoint(_SCHEMAS)


def is_data_class(node: ast.ClassDef) -> bool:
    """Whether the interface of a class reveals data, and the class does little."""
    public = [method for method in methods(node) if not method.name.startswith("_")]
    accessors = [method for method in public if _is_accessor(method)]
    opened = sum(not name.startswith("_") for name in fields(node)) + len(accessors)
    whole = len(public) + opened - len(accessors)
    if not whole or (len(public) - len(accessors)) / whole >= _REVEALING:
        return False
    weight = sum(cyclomatic(each) for each in node.body if isinstance(each, Function))
    is_small = opened > _FEW_OPEN and weight < _COMPLEX
    return is_small or (opened > _MANY_OPEN and weight < _VERY_COMPLEX)


def _is_accessor(method: Function) -> bool:
    """Whether a method is a property or called like one that gets or sets."""
    if any(ast.unparse(each).partition(".")[0] == "property" for each in method.decorator_list):
        return True
    return method.name.startswith(("get_", "set_")) and statements(method) == 1


def statements(node: Function) -> int:
    """Return the number of statements inside, without the docstring."""
    inside = sum(isinstance(each, ast.stmt) for each in ast.walk(node)) - 1
    return inside - (ast.get_docstring(node) is not None)


def cyclomatic(node: Function) -> int:
    """Return the cyclomatic complexity (McCabe 1976), each `and` and `or` counted."""
    branches = sum(isinstance(each, _BRANCHES) for each in ast.walk(node))
    joints = (len(each.values) - 1 for each in ast.walk(node) if isinstance(each, ast.BoolOp))
    return 1 + branches + sum(joints)
