"""The guard: what it lets pass, and what it keeps from the parser."""

from collections.abc import Callable

import pytest

from archlint.sources.study.guard import refuse_crashers
from archlint.sources.unreadable import UnreadableError

Shape = Callable[[int], str]

HARMLESS: dict[str, tuple[Shape, int]] = {
    "elements": (lambda n: f"a = [{'-1, ' * n}]", 20_000),
    "entries": (lambda n: f"a = {{{'1: b.c(d), ' * n}}}", 20_000),
    "statements": (lambda n: "a.b()\n" * n, 20_000),
    "statements of one line": (lambda n: "a.b();" * n, 20_000),
    "brackets side by side": (lambda n: f"a = [{'(1), ' * n}]", 20_000),
    "brackets in a string": (lambda n: f"a = '{'(' * n}'", 20_000),
    "brackets in a comment": (lambda n: f"# {'(' * n}", 20_000),
    "brackets in a docstring": (lambda n: f'"""{"(" * n} case {{[(("""', 20_000),
    "brackets that strings open": (lambda n: "a('(', \"[\", b'{')\n" * n, 500),
    "operators in a string": (lambda n: f"a = '{'+' * n}'", 20_000),
    "a few brackets": (lambda n: f"a = {'(' * n}1{')' * n}", 150),
    "a long sum": (lambda n: f"a = {'b + ' * n}c", 1000),
    "a long text": (lambda n: "a = (\n" + "  'b'\n" * n + ")", 1000),
    "many elifs": (lambda n: "if a: b\n" + "elif c: d\n" * n, 1500),
    "a function named case": (lambda n: f"x = case({'(' * n}1{')' * n})", 100),
}


@pytest.mark.parametrize(("shape", "size"), HARMLESS.values(), ids=HARMLESS)
def test_what_the_parser_can_bear_passes(shape: Shape, size: int) -> None:
    refuse_crashers(shape(size).encode())


CRASHERS: dict[str, tuple[Shape, int]] = {
    "round brackets": (lambda n: f"a = {'(' * n}1{')' * n}", 300),
    "square brackets": (lambda n: f"a = {'[' * n}{']' * n}", 300),
    "calls in calls": (lambda n: f"a = {'f(' * n}{')' * n}", 300),
    "mixed brackets": (lambda n: f"a = {'[{(' * n}{')}]' * n}", 100),
    "brackets never closed": (lambda n: f"a = {'(' * n}", 300),
    "brackets over many lines": (lambda n: "a = " + "(\n" * n + ")\n" * n, 300),
    "a sum": (lambda n: f"a = {'b+' * n}c", 2000),
    "a sum over many lines": (lambda n: "a = (" + "b +\n" * n + "c)", 2000),
    "a sum over joined lines": (lambda n: "a = " + "b + \\\n" * n + "c", 2000),
    "a sum behind a comment": (lambda n: "a = ( # '\n" + "b +\n" * n + "c)", 2000),
    "a conjunction": (lambda n: f"a = {'b and ' * n}c", 2000),
    "negations": (lambda n: f"a = {'not ' * n}c", 2000),
    "lambdas": (lambda n: f"a = {'lambda: ' * n}c", 2000),
    "conditions": (lambda n: f"a = {'b if c else ' * n}d", 2000),
    "chained calls": (lambda n: f"a = b{'.c()' * n}", 2000),
    "strings side by side": (lambda n: f"a = {repr('b') * n}", 2000),
    "a sum inside a call": (lambda n: f"a = f(b, {'c + ' * n}d)", 2000),
    "elifs": (lambda n: "if a: b\n" + "elif c: d\n" * n, 3000),
    "mappings in a pattern": (lambda n: f"match a:\n case {'{1: ' * n}b{'}' * n}: pass", 15),
    "classes in a pattern": (lambda n: f"match a:\n case {'A(' * n}b{')' * n}: pass", 15),
    "a pattern over many lines": (lambda n: "match a:\n case " + "[\n" * n + "]" * n + ":pass", 15),
}


@pytest.mark.parametrize(("shape", "size"), CRASHERS.values(), ids=CRASHERS)
def test_what_would_crash_or_stall_the_parser_is_refused(shape: Shape, size: int) -> None:
    with pytest.raises(UnreadableError):
        refuse_crashers(shape(size).encode())


def test_the_place_is_that_of_the_token_too_many() -> None:
    with pytest.raises(UnreadableError) as caught:
        refuse_crashers(b"a = 1\n" + b"(" * 300)

    assert (caught.value.line, caught.value.column) == (2, 201)
