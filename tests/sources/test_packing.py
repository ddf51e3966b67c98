"""Bodies travel packed, and are unpacked when somebody asks: each time the same is said."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.model.facts.structure import Function, Structure
from archlint.sources.crew.answers import Answer
from archlint.sources.crew.opening import MANY, Desk
from archlint.sources.crew.packing import packed, unpacking
from archlint.sources.crew.readers import STUDY
from archlint.sources.study import study

ORDERS = b"""
LIMIT = 3
class Order:
    state = "new"
    def close(self):
        done = self.check(now())
        if (late := done) > LIMIT:
            yield late
def place(order):
    order.close()
"""


def travelled(source: bytes) -> Structure:
    found = unpacking(STUDY)(packed(Answer(study(source)))).fact
    assert found is not None
    return found


def functions_of(found: Structure) -> list[Function]:
    return [*found.functions, *(method for each in found.classes for method in each.methods)]


def test_what_is_packed_says_what_was_studied() -> None:
    assert travelled(ORDERS) == study(ORDERS)


def test_what_is_packed_is_packed_again_as_it_is() -> None:
    content = packed(Answer(study(ORDERS)))

    assert packed(unpacking(STUDY)(content)) == content


def test_a_body_that_is_asked_twice_says_the_same_twice() -> None:
    (method,) = travelled(ORDERS).classes[0].methods

    assert method.body == method.body
    assert [call.callee.dotted for call in method.calls] == ["self.check", "now"]
    assert [call.callee.dotted for call in method.calls] == ["self.check", "now"]


def test_what_is_known_of_a_body_is_what_its_statements_say() -> None:
    (method,) = travelled(ORDERS).classes[0].methods

    assert method.yields
    assert [binding.target.text for binding in method.bindings] == ["done", "late"]
    assert [*method.values] == ["done"]
    assert method.callees == ("self.check", "now")
    assert method.called == {"check", "now"}


def test_of_a_callee_that_is_more_than_names_the_last_name_is_told() -> None:
    (function,) = travelled(b"def f(a):\n    a.b().c(a[0](), (lambda: 1)())\n").functions

    assert function.callees == (".c", "a.b", ".")
    assert function.called == {"c", "b", ""}


def test_a_desk_without_room_says_what_a_large_one_says() -> None:
    small, large = Desk(room=0, corner=0), Desk()
    bodies = [each.code.packed for each in functions_of(travelled(ORDERS))]

    assert [small.open(body) for body in bodies * 2] == [large.open(body) for body in bodies * 2]


def test_what_lies_open_is_not_unpacked_again() -> None:
    body, desk = travelled(ORDERS).functions[0].code.packed, Desk()

    assert desk.open(body) is desk.open(body)


def test_a_desk_keeps_none_open_of_very_many() -> None:
    body, desk = travelled(b"a = '%s'\n" % (b"b" * (MANY // 3))).code.packed, Desk(room=2 * MANY)
    before = desk.open(body)
    for _ in range(4):
        desk.expect(body)

    assert desk.open(body) == before
    assert desk.open(body) is not before


def test_a_desk_keeps_no_more_open_than_it_has_room_for() -> None:
    bodies = [
        travelled(b"def f():\n    return %d\n" % n).functions[0].code.packed for n in range(9)
    ]
    desk = Desk(room=len(bodies[0]), corner=2 * len(bodies[0]))
    first = [desk.open(body) for body in bodies]

    again = [desk.open(body) is before for body, before in zip(bodies, first, strict=True)]

    assert again.count(True) == 1
    assert again[0]


@pytest.mark.parametrize(
    "body",
    [b"", b"\xc1", b"\x91", msgspec.msgpack.encode([[1, 2]]), msgspec.msgpack.encode("do"), 7,
     ["do"], msgspec.msgpack.encode([["assign", 1, "", [["name"] * 9]]])],
)  # fmt: skip
def test_what_is_no_body_is_no_answer(body: object) -> None:
    functions = [{"name": "f", "qualname": "f", "line": 1, "code": [body, ""]}]
    hostile = msgspec.msgpack.encode({"fact": {"functions": functions}})

    with pytest.raises(msgspec.MsgspecError):
        unpacking(STUDY)(hostile)


@pytest.mark.parametrize("code", [b"\x90", [b"\x90"], [b"\x90", 7], [b"\x90", "a", "b"], 7])
def test_a_body_comes_with_what_it_calls_or_is_no_answer(code: object) -> None:
    hostile = msgspec.msgpack.encode({"fact": {"code": code}})

    with pytest.raises(msgspec.MsgspecError):
        unpacking(STUDY)(hostile)


@given(st.binary())
def test_whatever_stands_for_a_body_is_read_or_refused_at_once(content: bytes) -> None:
    hostile = msgspec.msgpack.encode({"fact": {"code": [content, ""]}})

    try:
        found = unpacking(STUDY)(hostile).fact
    except (msgspec.MsgspecError, RecursionError):
        return

    assert found is None or isinstance(found.body, tuple)


def test_a_body_nested_without_end_is_refused() -> None:
    hostile = msgspec.msgpack.encode({"fact": {"code": [b"\x91" * 1_000_000, ""]}})

    with pytest.raises((msgspec.MsgspecError, RecursionError)):
        unpacking(STUDY)(hostile)
