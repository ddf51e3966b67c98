"""Parsing: what is Python, of whatever version and encoding, and what is not."""

import ast
from pathlib import Path

import pytest

from archlint.sources.skim import skim
from archlint.sources.skim.newer import parse_newer
from archlint.sources.skim.parsing import Parsed, parse
from archlint.sources.skim.reader import outline
from archlint.sources.unreadable import UnreadableError
from tests.sources.skimming import imports_of


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"# only a comment",
        b"\xef\xbb\xbfimport a\n",
        "# -*- coding: latin-1 -*-\na = 'é'\n".encode("latin-1"),
        b"a = '\\d'\n",
        b"import a\r\nimport b\rimport c",
        b"a\x0c\nimport b",
        b"assert (a, 'always true')\n1 is 1\n",
    ],
)
def test_unusual_python_is_python(source: bytes) -> None:
    skim(source)


@pytest.mark.parametrize(
    "source",
    [
        b"import",
        b"print 'a'",
        b"a = '\xe9'",
        b"# coding: klingon\n",
        b"import a\x00",
        b"if a:\nimport b",
        b"<<<<<<< HEAD\n",
        b"(" * 300 + b")" * 300,
        b"a = " + b"-" * 50_000 + b"1",
        b"a = " + b"+".join([b"1"] * 20_000),
        b"f" * 10 + b"(" * 5000,
        b"\xff\xfei\x00m\x00p\x00",
    ],
)
def test_what_cannot_be_read_is_said(source: bytes) -> None:
    with pytest.raises(UnreadableError):
        skim(source)


def test_the_place_of_the_trouble_is_said() -> None:
    with pytest.raises(UnreadableError) as caught:
        skim(b"import a\nb = = 1\n")

    assert (caught.value.line, caught.value.reason) == (2, "invalid syntax")


@pytest.mark.parametrize(
    "source",
    [
        "type A = b.C\nimport x",
        "def f[T](a: T) -> T:\n    import x",
        "class A[T: int = str](B):\n    import x",
        "a = f'{b['c']}'\nimport x",
        "a = f'{b!r:>{c}} {'\\n'.join(d)}'\nimport x",
    ],
)
def test_syntax_newer_than_the_interpreter_is_read(source: str) -> None:
    assert [told.split()[0] for told in imports_of(source)] == ["x"]


NEWER = '''
"""Doc."""
from __future__ import annotations
import a, b.c as d; from ..e import (f, g as h,)
from . import *
from typing import TYPE_CHECKING as T
__all__ = ["A", "é"] + ["B"]
__all__ += ("C",)
__all__.extend(["D"])
NAME: str = "p.q"
X = Y = i.j
K, *L = m(), n
load = il.import_module; load("%s.r" % NAME); load("{}.{s}".format("q", s=NAME))
sys.modules[".".join(["p", NAME])]; sys.modules["p.q"] = sys.modules.get("p.q.r")
import_module(f"{NAME}.r.{s}"); é = import_module("ä" "ö.x")
__import__("t", {}, {}, [], 1)
lambda u=import_module("v"): import_module("w." + w)
async def f(x: int = import_module("y")) -> "z":
    async with a as b, c: import k1
    for i in j: import k2
    else: import k3
    while 0: import k4
    @import_module("deco")
    class N(O[int], P.Q(), *R, key=S): import k5
if T and a: import l1
elif not TYPE_CHECKING: import l2
elif False or __name__ == "__main__": import l3
elif __name__ != "__main__" or a < b: import l4
else: import l5
try: import m1
except* A as b: import m2
else: import m3
finally: import m4
with suppress(A): import n1
with a as (b, c), d as e.f: g = h
match a:
    case {"b": import_module}: import o1
    case c if import_module("d"): import o2
def __getattr__(name):
    return {"A": ".b", "C": ("d", "E"), **f}[name]
class A(B, metaclass=C):
    @property
    def d(self): return import_module("e", package="f").g(**h, i=import_string("j.k:L"))
a = [1 if b else not c, -d, e[f:g], {h: i, **j}, {k for l in m}, (yield_ := 1), b"x", ...]
'''


def test_both_readers_tell_the_same() -> None:
    source = NEWER.encode()
    newer = parse_newer(source)

    assert newer is not None
    assert outline(Parsed(newer), source) == outline(parse(source), source)


@pytest.mark.parametrize(
    "path", sorted(Path(ast.__file__).parent.glob("[a-c]*.py")), ids=lambda path: path.name
)
def test_both_readers_tell_the_same_of_real_files(path: Path) -> None:
    source = path.read_bytes()
    newer = parse_newer(source)

    assert newer is not None
    assert outline(Parsed(newer), source) == skim(source)
