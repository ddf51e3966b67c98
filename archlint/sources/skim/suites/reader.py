"""The way from the bytes of a file of tests to its suite."""

import ast
from collections.abc import Iterator
from typing import NamedTuple

from archlint.model.facts.suites import Kind, Routine, Suite
from archlint.sources.skim.bindings import Function
from archlint.sources.skim.blocks import blocks
from archlint.sources.skim.imports import IMPORTING, imports
from archlint.sources.skim.lines import lines_with
from archlint.sources.skim.parsing import parse
from archlint.sources.skim.remarks import said_in
from archlint.sources.skim.suites.acting import actors, copied
from archlint.sources.skim.suites.marking import FixtureMark, Marks, fixture_mark, marks
from archlint.sources.skim.suites.mentions import Mentions

_MARKS = "pytestmark"
_TEST = "test"
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class _Around(NamedTuple):
    """Where routines stand: in classes, whose names end with dots, with the marks of these."""

    prefix: str
    marks: Marks
    line: int = 1
    column: int = 0


def read_suite(source: bytes) -> Suite:
    """Return the suite that a file is; raise UnreadableError when it is no Python."""
    parsed = parse(source)
    found = imports(blocks(parsed.tree, lines_with(IMPORTING, source)), parsed.column)
    reader = _Reader(Mentions((each.binds for each in found), parsed.column))
    set_marks = _set_marks(parsed.tree.body)
    routines = reader.routines(parsed.tree.body, _Around("", set_marks))
    return Suite(
        imports=tuple(found),
        markers=set_marks.names,
        routines=tuple(routines),
        remarks=said_in(source, parsed),
        actors=tuple(actors(parsed.tree)),
        copied=tuple(dict.fromkeys(copied(parsed.tree))),
    )


class _Reader:
    """Reads the routines of one file."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions

    def routines(self, body: list[ast.stmt], around: _Around) -> Iterator[Routine]:
        """Yield what stands beside functions and classes as one routine, then each of these."""
        beside = [each for each in body if not isinstance(each, (*_FUNCTIONS, ast.ClassDef))]
        yield self._rest(beside, around)
        for each in body:
            if isinstance(each, ast.ClassDef):
                yield from self._class(each, around)
            elif isinstance(each, _FUNCTIONS):
                yield self._function(each, around)

    def _rest(self, beside: list[ast.stmt], around: _Around) -> Routine:
        name = around.prefix.rstrip(".")
        mentions = self._mentions.of(beside)
        return Routine(name, around.line, around.column, mentions=mentions)

    def _class(self, found: ast.ClassDef, around: _Around) -> Iterator[Routine]:
        own = marks(found.decorator_list).beside(_set_marks(found.body)).beside(around.marks)
        inside = _Around(f"{around.prefix}{found.name}.", own, found.lineno, found.col_offset)
        head = ast.Tuple([*found.bases, *found.decorator_list], ast.Load())
        first, *rest = self.routines(found.body, inside)
        mentions = (*self._mentions.of([head]), *first.mentions)
        yield Routine(first.name, first.line, first.column, markers=own.names, mentions=mentions)
        yield from rest

    def _function(self, function: Function, around: _Around) -> Routine:
        own = marks(function.decorator_list).beside(around.marks)
        fixture = fixture_mark(function)
        passed = _parameters(function.args)
        pieces = (*function.decorator_list, *function.body)
        return Routine(
            name=_name(function, fixture, around),
            line=function.lineno,
            column=function.col_offset,
            kind=_kind(function, fixture),
            is_autouse=fixture is not None and fixture.is_autouse,
            asked=passed if fixture else (*passed, *own.asked),
            markers=own.names,
            mentions=self._mentions.of(pieces, passed),
        )


def _name(function: Function, fixture: FixtureMark | None, around: _Around) -> str:
    if fixture:
        return fixture.name or function.name
    return f"{around.prefix}{function.name}"


def _kind(function: Function, fixture: FixtureMark | None) -> Kind:
    if fixture:
        return Kind.FIXTURE
    return Kind.TEST if function.name.startswith(_TEST) else Kind.OTHER


def _parameters(arguments: ast.arguments) -> tuple[str, ...]:
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return tuple(argument.arg for argument in every)


def _set_marks(body: list[ast.stmt]) -> Marks:
    """Return what `pytestmark` is set to among some statements."""
    return marks(
        each.value
        for each in body
        if isinstance(each, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == _MARKS for target in each.targets)
    )
