"""Respelling: what an older interpreter reads of newer syntax, and what it leaves to LibCST."""

import ast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.sources.skim.newer import parse_newer
from archlint.sources.skim.parsing import Columns, Parsed
from archlint.sources.skim.reader import outline
from archlint.sources.skim.respelling import parse_respelled


def respelled(source: str) -> ast.Module | None:
    return parse_respelled(source.encode())


@pytest.mark.parametrize(
    "source",
    [
        "",
        "type = 1\ntype[a] = b\ntype (c)",
        "def f(a): b",
        "x = [\n    type in [a] == b\n]",
        "'''\ntype A = b\n'''",
        "'''\ntype A = b\n'''\ntype B = c",
        "x = 1; type A = b",
        "type A = f'{b['c']}'",
        "type A = = b",
        "class A[](B): pass",
        "class A[*Ts: int]: pass",
        "class A[T, /]: pass",
        "class A[T): x = (1]: pass",
        "class A[T): 0\ndef _(b]: pass",
        "class A[# comment\nT]: pass",
        "def f[T]: pass",
    ],
)
def test_what_is_nothing_newer_or_something_else_is_left_alone(source: str) -> None:
    assert respelled(source) is None


BRACKETS = [
    "[T]",
    "[T: B]",
    "[T: (int, 'é')]",
    "[\n    T: dict[str, list[B]],\n    **P,\n]",
    "[*Ts, U]",
    "[**P, U = list[int]]",
]
STATEMENTS = [
    "type A{} = list[B]",
    "type A{}=c",
    "class A{}: import d",
    "class A{}(B,\n    metaclass=C):\n    def f(self): from . import d as e",
    "@b\ndef é{}(a: T = c) -> T:\n    import d",
    "async def f{} (a): import_module('b.c')",
    "if TYPE_CHECKING:\n    def f{}(\n        a\n    ): from a import b, c",
]
NEWER = st.builds(str.format, st.sampled_from(STATEMENTS), st.sampled_from(BRACKETS))
FILES = st.lists(st.one_of(NEWER, st.just("é = 'type A = b'; import g")), min_size=1, max_size=5)


@settings(deadline=None, max_examples=50)
@given(FILES.map("\n".join))
def test_it_tells_what_libcst_tells(text: str) -> None:
    source = text.encode()
    tree, newer = parse_respelled(source), parse_newer(source)

    assert newer is not None
    told = outline(Parsed(tree, Columns(source).column), source) if tree else None
    assert told == (outline(Parsed(newer), source) if "[" in text else None)


def test_every_other_node_keeps_its_place() -> None:
    tree = respelled("class A[\n    T: B,\n](C): d\ntype  E[T] = f")

    assert tree is not None
    names = {n.id: (n.lineno, n.col_offset) for n in ast.walk(tree) if isinstance(n, ast.Name)}
    assert names == {"C": (3, 2), "d": (3, 6), "E": (4, 0), "f": (4, 13)}
