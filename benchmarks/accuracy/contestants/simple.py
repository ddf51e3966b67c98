"""Simple detectors: what one would write in an afternoon, on the trees of the standard library.

They are let off lightly: controllers and classes of the domain are looked at where the labels say
that there are some, and what they tell elsewhere is not held against them.
"""

import ast
from collections.abc import Callable, Iterator

from benchmarks.accuracy.contest import Contestant, Subject, Told
from benchmarks.accuracy.contestants.shapes import (
    cyclomatic,
    fields,
    is_data_class,
    is_schema,
    methods,
    statements,
)

_FRAMEWORKS = frozenset(
    {"aiohttp", "alembic", "beanie", "boto3", "celery", "click", "django", "fastapi", "flask",
     "httpx", "mongoengine", "motor", "odmantic", "peewee", "psycopg", "psycopg2", "pymongo",
     "redis", "requests", "rest_framework", "sqlalchemy", "sqlmodel", "starlette"}
)  # fmt: skip
_CORE = frozenset({"domain", "application"})
_FEW_FIELDS = 3
_SOME_FIELDS = 5
_MANY_LINES = 30
_MANY_STATEMENTS = 10
_HARD = 5
_VERY_HARD = 10

Class = Callable[[ast.ClassDef], bool]
Body = Callable[[ast.FunctionDef | ast.AsyncFunctionDef], bool]


def _classes(is_told: Class) -> Contestant:
    def tell(subject: Subject) -> Iterator[Told]:
        for file, node in _nodes(subject):
            if isinstance(node, ast.ClassDef) and is_told(node):
                yield Told("anemic entities", file, node.lineno, node.name, in_favour=False)

    return tell


def _handlers(is_told: Body) -> Contestant:
    def tell(subject: Subject) -> Iterator[Told]:
        for file, node in _nodes(subject):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and is_told(node):
                yield Told("fat controllers", file, node.lineno, node.name)

    return tell


def _known_imports(subject: Subject) -> Iterator[Told]:
    for file, node in _nodes(subject):
        below = file.removeprefix(subject.path("") + "/") if subject.project.root != "." else file
        layer = subject.project.layer(below)
        if layer and layer.name in _CORE and isinstance(node, ast.Import | ast.ImportFrom):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
            for name in names:
                if name and name.partition(".")[0] in _FRAMEWORKS:
                    yield Told("framework coupling", file, node.lineno, name)


def _nodes(subject: Subject) -> Iterator[tuple[str, ast.AST]]:
    """Yield the nodes of all files that have labels."""
    for file in sorted({item.file for item in subject.project.items}):
        try:
            tree = ast.parse((subject.checkout / file).read_bytes())
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            yield file, node


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


SIMPLE: dict[str, Contestant] = {
    "no methods and 3 fields or more": _classes(
        lambda node: not methods(node) and len(fields(node)) >= _FEW_FIELDS
    ),
    "Data Class of Lanza and Marinescu, as in PMD": _classes(is_data_class),
    "base of a mapper or schema, 5 fields, no methods": _classes(
        lambda node: is_schema(node) and not methods(node) and len(fields(node)) >= _SOME_FIELDS
    ),
    "over 30 lines": _handlers(lambda node: _length(node) > _MANY_LINES),
    "over 10 statements": _handlers(lambda node: statements(node) > _MANY_STATEMENTS),
    "cyclomatic complexity over 5": _handlers(lambda node: cyclomatic(node) > _HARD),
    "cyclomatic complexity over 10": _handlers(lambda node: cyclomatic(node) > _VERY_HARD),
    "over 10 statements or complexity over 5": _handlers(
        lambda node: statements(node) > _MANY_STATEMENTS or cyclomatic(node) > _HARD
    ),
    "imports of 23 known names": _known_imports,
}
"""By what each is called. Each speaks of one group only."""
