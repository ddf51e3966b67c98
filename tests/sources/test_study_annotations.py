"""Which strings are types, and what they spell."""

import pytest

from archlint.sources.study import study
from tests.sources.telling import body_of, told

PLAIN_STRINGS = {
    'a: Literal["A"]': "subscript(name:Literal, string:A)",
    'a: typing.Literal["A"]': "subscript(attribute:Literal(name:typing), string:A)",
    'a: Annotated["A", "B"]': "subscript(name:Annotated, name:A, string:B)",
    'a: f("A")': "call(name:f, string:A)",
    'a: "not a type"': "string:not a type",
    'a: ""': "string",
    f'a: "{"(" * 300}{")" * 300}"': "string:" + "(" * 300 + ")" * 300,
    f'a: "{"A | " * 1000}B"': "string:" + "A | " * 1000 + "B",
}


@pytest.mark.parametrize(("source", "fact"), PLAIN_STRINGS.items(), ids=range(len(PLAIN_STRINGS)))
def test_a_string_that_is_no_type_stays_a_string(source: str, fact: str) -> None:
    assert told(body_of(source)[0].expressions[1]) == fact


def test_a_string_that_is_assigned_stays_a_string() -> None:
    assert told(body_of('a: str = "A"')[0].expressions[2]) == "string:A"


TYPES = {
    'a: "A"': "name:A",
    'a: "None"': "constant:None",
    'a: "b.A"': "attribute:A(name:b)",
    'a: " A "': "name:A",
    'a: "list[A]"': "subscript(name:list, name:A)",
    'a: list["A"]': "subscript(name:list, name:A)",
    'a: "A" | None': "operation:|(name:A, constant:None)",
    "a: \"list['A']\"": "subscript(name:list, name:A)",
    'a: Callable[["A"], "B"]': "subscript(name:Callable, list(name:A), name:B)",
    'a: "A" "B"': "name:AB",
}


@pytest.mark.parametrize(("source", "fact"), TYPES.items(), ids=TYPES)
def test_a_string_in_an_annotation_is_the_type_it_spells(source: str, fact: str) -> None:
    assert told(body_of(source)[0].expressions[1]) == fact


def test_the_strings_of_a_signature_are_types() -> None:
    (function,) = study(b'def f(a: "A", *b: "B") -> "C": ...\n').functions

    spelled = [parameter.annotation for parameter in function.parameters]
    assert [told(each) for each in (*spelled, function.returns)] == ["name:A", "name:B", "name:C"]


def test_the_strings_in_brackets_behind_a_base_are_types() -> None:
    (found,) = study(b'class A(B["C"], namedtuple("D", "e")): ...\n').classes

    assert [told(base) for base in found.bases] == [
        "subscript(name:B, name:C)",
        "call(name:namedtuple, string:D, string:e)",
    ]


def test_what_a_string_spells_has_the_line_of_the_string() -> None:
    annotation = body_of('\n\na: "list[A]"\n')[0].expressions[1]

    assert {part.line for part in annotation.walk()} == {3}
