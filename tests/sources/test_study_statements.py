"""What becomes of each kind of statement."""

import pytest

from tests.sources.telling import body_of, told_all

STATEMENTS = {
    "pass": "other:pass",
    "import a.b": "other:import",
    "from a import (b, c)": "other:import",
    "from a import *": "other:import",
    "lazy import a": "other:import",
    "global a": "other:global",
    "a = b = 1": "assign(number:1, name:a, name:b)",
    "a, b = c": "assign(name:c, tuple(name:a, name:b))",
    "a += 1": "augment:+(name:a, number:1)",
    "a >>= 1": "augment:>>(name:a, number:1)",
    "a: int": "annotate(name:a, name:int)",
    "a.b: int = 1": "annotate(attribute:b(name:a), name:int, number:1)",
    "type A[T] = list[T]": "assign:type(subscript(name:list, name:T), name:A)",
    "del a": "delete(name:a)",
    "del a, b[1]": "delete(name:a, subscript(name:b, number:1))",
    "f(); g()": "do(call(name:f)); do(call(name:g))",
    "raise": "raise",
    "raise A from b": "raise(name:A, name:b)",
    "assert a, b": "assert(name:a, name:b)",
    "if a: b": "if(name:a){do(name:b)}",
    "if a:\n b\nelif c:\n d\nelse:\n e": (
        "if(name:a){do(name:b)}[if(name:c){do(name:d)}[do(name:e)]]"
    ),
    "while a:\n break\nelse:\n b": "while(name:a){other:break}[do(name:b)]",
    "for a in b:\n continue\nelse:\n c": "for(name:a, name:b){other:continue}[do(name:c)]",
    "with a as b, c:\n d": "with(as(name:a, name:b), as(name:c)){do(name:d)}",
    "try:\n a\nexcept B as b:\n c\nexcept:\n d\nelse:\n e\nfinally:\n f": (
        "try{do(name:a)}[handler:b(name:B){do(name:c)}; handler{do(name:d)};"
        " else{do(name:e)}; finally{do(name:f)}]"
    ),
    "try:\n a\nexcept* B:\n c": "try{do(name:a)}[handler(name:B){do(name:c)}]",
    "match a:\n case 1 if b: c": ("match(name:a){case(pattern(number:1), name:b){do(name:c)}}"),
}


@pytest.mark.parametrize(("source", "fact"), STATEMENTS.items(), ids=STATEMENTS)
def test_a_statement_becomes_a_fact(source: str, fact: str) -> None:
    assert told_all(body_of(f"{source}\n")) == fact


ASYNCHRONOUS = {
    "return": "return",
    "return a": "return(name:a)",
    "nonlocal a": "other:nonlocal",
    "async for a in b: c": "for:async(name:a, name:b){do(name:c)}",
    "async with a: b": "with:async(as(name:a)){do(name:b)}",
}


@pytest.mark.parametrize(("source", "fact"), ASYNCHRONOUS.items(), ids=ASYNCHRONOUS)
def test_a_statement_of_a_function_becomes_a_fact(source: str, fact: str) -> None:
    from archlint.sources.study import study

    function = study(f"async def f():\n    {source}\n".encode()).functions[0]

    assert told_all(function.body) == fact


PATTERNS = {
    "_": "pattern",
    "a": "pattern:a",
    "1 as a": "pattern:a(pattern(number:1))",
    "None": "pattern(constant:None)",
    "A.B": "pattern(attribute:B(name:A))",
    "1 | 2": "pattern(pattern(number:1), pattern(number:2))",
    "[a, *b]": "pattern(pattern:a, pattern:b)",
    "(a, *_)": "pattern(pattern:a, pattern)",
    "{'k': a, **b}": "pattern:b(pair(string:k, pattern:a))",
    "A(1, b=c)": "pattern(name:A, pattern(number:1), keyword:b(pattern:c))",
}


@pytest.mark.parametrize(("source", "fact"), PATTERNS.items(), ids=PATTERNS)
def test_a_pattern_becomes_a_fact(source: str, fact: str) -> None:
    (match,) = body_of(f"match x:\n    case {source}:\n        pass\n")

    assert told_all(match.body) == f"case({fact}){{other:pass}}"
