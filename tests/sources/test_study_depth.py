"""Depth: long chains are studied without recursion and their facts can be stored."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import archlint
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.structure import Structure
from archlint.sources.crew.answers import Answer
from archlint.sources.crew.packing import packed, unpacking
from archlint.sources.crew.readers import STUDY
from archlint.sources.study import study
from archlint.sources.unreadable import UnreadableError
from tests.sources.telling import body_of, expression_of

Shape = Callable[[int], str]
deep = pytest.mark.skipif(
    sys.version_info[:2] == (3, 12),
    reason="Python 3.12 bounds the depth of calls into C, whatever limit is set",
)

CHAINS: dict[str, tuple[Shape, int]] = {
    "a sum": (lambda n: f"a = {'b + ' * n}c", 1000),
    "a power": (lambda n: f"a = {'b ** ' * n}c", 500),
    "chained calls": (lambda n: f"a = b{'.c(d)' * n}", 500),
    "subscripts": (lambda n: f"a = b{'[0]' * n}", 500),
    "attributes": (lambda n: f"a = b{'.c' * n}", 1000),
    "conditions": (lambda n: f"a = {'b if c else ' * n}d", 500),
    "negations": (lambda n: f"a = {'not ' * n}b", 1000),
    "lambdas": (lambda n: f"a = {'lambda: ' * n}b", 500),
    "a text": (lambda n: f"a = {repr('b') * n}", 1000),
    "brackets": (lambda n: f"a = {'[' * n}{']' * n}", 150),
    "calls in calls": (lambda n: f"a = {'f(a=' * n}1{')' * n}", 150),
    "elifs": (lambda n: "if a: b\n" + "elif c: d\n" * n, 1500),
    "nested functions": (
        lambda n: "".join(f"{' ' * i}def f():\n" for i in range(n)) + " " * n + "pass",
        90,
    ),
}


def stored(found: Structure) -> Structure | None:
    return unpacking(STUDY)(packed(Answer(found))).fact


@deep
@pytest.mark.parametrize(("shape", "size"), CHAINS.values(), ids=CHAINS)
def test_a_long_chain_is_studied_and_comes_back_from_storage(shape: Shape, size: int) -> None:
    found = study(shape(size).encode())

    assert stored(found) == found


def test_what_lies_too_deep_is_told_flat() -> None:
    total = expression_of(f"{' + '.join(f'a{n}' for n in range(500))}\n")

    names = {part.text for part in total.walk() if part.kind is ExpressionKind.NAME}
    assert names == {f"a{n}" for n in range(500)}
    assert sum(part.kind is ExpressionKind.OPAQUE for part in total.walk()) == 1


def test_what_is_too_deep_for_the_interpreter_is_unreadable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archlint.sources.study._DEEP", 0)

    with pytest.raises(UnreadableError, match="nested too deeply"):
        study(f"a = {'b + ' * 1000}c".encode())


@deep
def test_no_branch_of_a_long_chain_is_lost() -> None:
    (chain,) = body_of(
        "if a0: b\n" + "".join(f"elif a{n}: b\n" for n in range(1, 1000)) + "else: c"
    )

    tests = [each.expressions[0].text for each in chain.walk()]
    assert [text for text in tests if text != "b"] == [*(f"a{n}" for n in range(1000)), "c"]


def test_facts_come_back_from_storage_as_they_were() -> None:
    for path in sorted(Path(archlint.__file__).parent.rglob("*.py")):
        found = study(path.read_bytes())

        assert stored(found) == found
