"""The uses of a file: chains of names, what they are for, and by which import they are known."""

import sys
from textwrap import dedent

import pytest

from archlint.sources.skim.newer import parse_newer
from archlint.sources.skim.parsing import Parsed, parse
from archlint.sources.skim.respelling import parse_respelled
from archlint.sources.skim.uses import read_uses
from archlint.sources.skim.uses.reader import uses_in


def uses_of(source: str) -> list[str]:
    found = read_uses(dedent(source).encode()).uses
    return [f"{use.line}:{use.chain} {use.manner}" for use in found]


@pytest.mark.parametrize(
    "source",
    [
        "a.b.c",
        "import a\ndef f(a): a.b",
        "import a\ndef f(*a): a.b",
        "import a\nlambda a: a.b",
        "import a\n[a.b for a in x]",
        "import a\n{a.b: 1 for c in x for a in c}",
        "import a\na = 1\na.b",
        "import a\ndel a\na.b",
        "import a\nclass C:\n    a = 1\n    a.b",
        "import a\ndef f():\n    def g():\n        return a.b\n    a = 1",
        "import a\nwith x as a: a.b",
        "import a\ntry: ...\nexcept E as a: a.b",
        "import a\nmatch x:\n    case {**a}: a.b",
        "x = 'a.b.c'",
        "from typing import Annotated as A\nx: 'not an annotation at all'",
    ],
)
def test_what_no_import_binds_is_no_use(source: str) -> None:
    assert [use for use in uses_of(source) if ":a" in use] == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import a\na.b.c()", "2:a.b.c runs"),
        ("import a.b\na.b.c", "2:a.b.c runs"),
        ("from a import b as a\na", "2:a runs"),
        ("import a\nclass C:\n    a = 1\n    def f(self): a.b", "4:a.b runs"),
        ("import a\n[x for x in a.b]", "2:a.b runs"),
        ("import a\ndef f(a=a.b): ...", "2:a.b runs"),
        ("import a\ndef f():\n    global b\n    a.b", "4:a.b runs"),
        ("import a\ndef f(x: a.b): ...", "2:a.b annotates"),
        ("import a\ndef f() -> list[a.b]: ...", "2:a.b annotates"),
        ("import a\nclass C(D[a.b]): ...", "2:a.b annotates"),
        ("import a\nx: 'a.b' = 1", "2:a.b spells"),
        ("x: 'dict[str, a.b]'", "1:a.b spells"),
        ("x = 1  # type: a.b", "1:a.b spells"),
        ("def f(x,  # type: a.b\n      y):\n    pass", "1:a.b spells"),
    ],
)
def test_a_use_is_told_with_what_it_is_for(source: str, told: str) -> None:
    assert told in uses_of(source)


def test_a_use_knows_the_lines_of_its_imports() -> None:
    (use,) = read_uses(b"import a.b\nimport a.c\na.b.d").uses

    assert use.imported == (1, 2)


def test_a_broken_type_comment_does_not_hide_the_rest() -> None:
    assert "2:a.b runs" in uses_of(
        "import a\na.b\nx = 1  # type: ][\nfor y in z:  # type: (\n    0"
    )


NEWER = """
import a
from b import C, D
def f(x: C, y: "D" = a.d, *, a=1) -> list[C]:
    return [a.e for q in a.g] or {c: D for D in a.h}
class E(F[C]):
    z: C = a.i
    def m(self):
        with a.j as k, (n := a.k):
            return lambda a: a.l
try:
    a.m.n()
except a.o as p:
    a.p = C
match a.q:
    case a.r | C(D, s=a.t) | [a.u, *v] if a.w:
        a.x
    case {a.y: D, **z} | (None as aa):
        z.b, v.c, aa.d
    case -1 | "C":
        pass
"""


def test_both_readers_see_the_same_uses() -> None:
    source = NEWER.encode()
    newer = parse_newer(source)

    assert newer is not None
    assert uses_in(Parsed(newer), source) == uses_in(parse(source), source)


NEWEST = """
from a import A, B, C, D, E
type F[T: A, **P = [B]] = list[C] | T
class G[
    T: "A", *Ts, **P, U: (C, D)
](E[A], k=T):
    def m[A: B](self, b: A) -> C: A
    async def n[V](self, b: A) -> V: B
class H[A]: A
"""


def test_both_readers_see_the_same_uses_in_newer_syntax() -> None:
    source = NEWEST.encode()
    newer, respelled = parse_newer(source), parse_respelled(source)

    assert newer is not None
    assert respelled is not None
    assert uses_in(Parsed(newer), source) == uses_in(Parsed(respelled), source)


@pytest.mark.skipif(sys.version_info < (3, 13), reason="the interpreter does not know the syntax")
def test_the_interpreter_sees_the_same_uses_in_newer_syntax() -> None:
    source = NEWEST.encode()
    respelled = parse_respelled(source)

    assert respelled is not None
    assert uses_in(Parsed(respelled), source) == read_uses(source)
