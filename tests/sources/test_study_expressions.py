"""What becomes of each kind of expression."""

import pytest

from tests.sources.telling import expression_of, told

EXPRESSIONS = {
    "a": "name:a",
    "None": "constant:None",
    "...": "constant:...",
    "1_000": "number:1_000",
    "2.5": "number:2.5",
    "3j": "number:3j",
    "b'a'": "bytes",
    "x + 'a'": "operation:+(name:x, string:a)",
    "x + 'a' 'b'": "operation:+(name:x, string:ab)",
    "x + b'a' b'b'": "operation:+(name:x, bytes)",
    "a.b.c": "attribute:c(attribute:b(name:a))",
    "a.b(1)(2)": "call(call(attribute:b(name:a), number:1), number:2)",
    "f(a, *b, c=1, **d)": (
        "call(name:f, name:a, star:*(name:b), keyword:c(number:1), star:**(name:d))"
    ),
    "f(a for a in b)": "call(name:f, comprehension:generator(name:a, clause(name:a, name:b)))",
    "a[1]": "subscript(name:a, number:1)",
    "a[b, c]": "subscript(name:a, name:b, name:c)",
    "a[*b]": "subscript(name:a, star:*(name:b))",
    "a[1:2]": "subscript(name:a, slice(number:1, number:2))",
    "a[::3]": "subscript(name:a, slice(number:3))",
    "a[:]": "subscript(name:a, slice)",
    "a - b ** c": "operation:-(name:a, operation:**(name:b, name:c))",
    "a and b or c": "operation:or(operation:and(name:a, name:b), name:c)",
    "not a": "operation:not(name:a)",
    "-a": "operation:neg(name:a)",
    "~a": "operation:invert(name:a)",
    "a is not b": "comparison:is not(name:a, name:b)",
    "a < b not in c": "comparison:< not in(name:a, name:b, name:c)",
    "a if b else c": "conditional(name:b, name:a, name:c)",
    "(a := 1)": "named:a(number:1)",
    "lambda a, *b, c=1: d": "lambda:a b c(name:d, number:1)",
    "lambda: a": "lambda(name:a)",
    "[a, *b]": "list(name:a, star:*(name:b))",
    "a, b": "tuple(name:a, name:b)",
    "()": "tuple",
    "{a, b}": "set(name:a, name:b)",
    "{a: 1, **b}": "dict(pair(name:a, number:1), star:**(name:b))",
    "[a async for a in b if c if d]": (
        "comprehension:list(name:a, clause:async(name:a, name:b, name:c, name:d))"
    ),
    "{a for b in c for a in b}": (
        "comprehension:set(name:a, clause(name:b, name:c), clause(name:a, name:b))"
    ),
    "{a: 1 for a in b}": ("comprehension:dict(pair(name:a, number:1), clause(name:a, name:b))"),
    "{**a for a in b}": "comprehension:dict(star:**(name:a), clause(name:a, name:b))",
    "[*a for a in b]": "comprehension:list(star:*(name:a), clause(name:a, name:b))",
    "(yield)": "yield",
    "(yield a)": "yield(name:a)",
    "(yield from a)": "yield:from(name:a)",
    "await a": "await(name:a)",
    "f'{a}'": "formatted(name:a)",
    "f'a{b!r}c'": "formatted(string:a, name:b, string:c)",
    "f'{a:>{b}}'": "formatted(name:a, name:b)",
    "'a' f'{b}' 'c'": "formatted(string:a, name:b, string:c)",
    "f'' 'a'": "formatted(string:a)",
    "t'a{b}'": "formatted(string:a, name:b)",
    "f'{{a}}{b}'": "formatted(string:{a}, name:b)",
}


@pytest.mark.parametrize(("source", "fact"), EXPRESSIONS.items(), ids=EXPRESSIONS)
def test_an_expression_becomes_a_fact(source: str, fact: str) -> None:
    assert told(expression_of(f"{source}\n")) == fact


STRINGS = {
    r"x = 'a\tb'": "a\tb",
    r"x = r'a\tb'": r"a\tb",
    r"x = '\u00e9'": "\u00e9",
    r"x = 'a\db'": r"a\db",
    "x = 'a\\\nb'": "ab",
    'x = """a\r\nb"""': "a\nb",
    "x = u'a'": "a",
    "x = ('a'\n  'b')": "ab",
}


@pytest.mark.parametrize(("source", "value"), STRINGS.items(), ids=STRINGS)
def test_a_string_is_told_by_its_value(source: str, value: str) -> None:
    assert expression_of(source).text == value


def test_half_a_surrogate_pair_which_cannot_be_stored_becomes_a_question_mark() -> None:
    assert expression_of(r"x = '\ud800'").text == "?"


def test_a_number_that_is_too_long_to_be_evaluated_is_told_as_written() -> None:
    assert expression_of("9" * 5000).text == "9" * 5000


def test_brackets_around_an_expression_leave_no_trace() -> None:
    assert told(expression_of("((a) + (b))")) == "operation:+(name:a, name:b)"


def test_lines_are_those_of_each_expression() -> None:
    called = expression_of("f(\n    a,\n    b=c,\n    *d,\n)\n")

    assert [part.line for part in called.walk()] == [1, 1, 2, 3, 3, 4, 4]
