"""How much a body holds, counted as the papers count it."""

import pytest

from archlint.model.code.controller_evidence.complexity import cognitive, cyclomatic, statements
from archlint.model.facts.structure import Function
from archlint.sources.study import study


def function(body: str, parameters: str = "a, b, c") -> Function:
    lines = "\n".join(f"    {line}" for line in body.strip("\n").splitlines())
    return study(f"def blue({parameters}):\n{lines}\n".encode()).functions[0]


STRAIGHT = """
x = a + b
with c as d:
    x = d
try:
    x = 1
finally:
    x = 2
return x
"""


def test_a_straight_body_has_one_path_and_is_not_hard_to_follow() -> None:
    straight = function(STRAIGHT)

    assert cyclomatic(straight.body) == 1
    assert cognitive(straight) == 0


def test_clauses_are_no_statements_of_their_own() -> None:
    assert statements(function(STRAIGHT).body) == 7


def test_a_docstring_is_no_statement() -> None:
    assert statements(function('"""What it does."""\nreturn 1').body) == 1


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("if a:\n    pass", 2),
        ("if a:\n    pass\nelif b:\n    pass\nelse:\n    pass", 3),
        ("if a and b or c:\n    pass", 4),
        ("x = a if b else c", 2),
        ("for x in a:\n    while b:\n        pass", 3),
        ("try:\n    pass\nexcept A:\n    pass\nexcept B:\n    pass", 3),
        ("x = [y for y in a if y if b]", 4),
        ("match a:\n    case 1:\n        pass\n    case _:\n        pass", 2),
        ("assert a", 2),
    ],
)
def test_each_decision_adds_a_path(body: str, paths: int) -> None:
    assert cyclomatic(function(body).body) == paths


@pytest.mark.parametrize(
    ("body", "hardness"),
    [
        ("if a:\n    pass", 1),
        ("if a:\n    pass\nelse:\n    pass", 2),
        ("if a:\n    pass\nelif b:\n    pass\nelif c:\n    pass\nelse:\n    pass", 4),
        ("if a:\n    if b:\n        pass", 3),
        ("if a:\n    pass\nelif b:\n    if c:\n        pass", 4),
        ("for x in a:\n    if b:\n        pass", 3),
        ("for x in a:\n    pass\nelse:\n    pass", 2),
        ("while a:\n    pass", 1),
        ("try:\n    if a:\n        pass\nexcept A:\n    if b:\n        pass", 4),
        ("match a:\n    case 1:\n        if b:\n            pass\n    case _:\n        pass", 3),
        ("x = a if b else c", 1),
        ("if a:\n    x = a if b else c", 3),
        ("x = a if b else (b if c else a)", 3),
    ],
)
def test_what_is_nested_costs_more(body: str, hardness: int) -> None:
    assert cognitive(function(body)) == hardness


@pytest.mark.parametrize(
    ("test", "hardness"),
    [
        ("a and b and c", 1),
        ("a and b or c", 2),
        ("a and b or c and a", 3),
        ("not (a and b)", 1),
        ("a and not (b or c)", 2),
    ],
)
def test_a_run_of_one_operator_costs_one(test: str, hardness: int) -> None:
    assert cognitive(function(f"x = {test}")) == hardness


def test_recursion_costs_one() -> None:
    assert cognitive(function("return blue(a, b, c)")) == 1
    assert cognitive(function("return green(a)")) == 0


def test_a_function_inside_counts_where_it_stands_and_one_level_deeper() -> None:
    body = "def green():\n    if a:\n        return 1\nreturn green"

    assert cognitive(function(body)) == 2


def test_comments_and_blank_lines_change_nothing() -> None:
    bare = function("if a:\n    return b\nreturn c")
    told = function("# why\nif a:\n\n    # so\n    return b\n\n\nreturn c")

    assert cognitive(bare) == cognitive(told)
    assert statements(bare.body) == statements(told.body)
