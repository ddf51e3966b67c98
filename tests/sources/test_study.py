"""The structure of a file: which functions and classes it defines, and where."""

from textwrap import dedent

import pytest

from archlint.model.facts.structure import ParameterKind, Structure
from archlint.sources.study import study
from archlint.sources.unreadable import UnreadableError
from tests.sources.telling import told, told_all


def structure_of(source: str) -> Structure:
    return study(dedent(source).encode())


def test_an_empty_file_has_an_empty_structure() -> None:
    assert study(b"") == Structure()


def test_docstrings_are_left_out_of_bodies() -> None:
    found = structure_of('''
        """Module."""
        class A:
            """Class."""
        def f():
            """Function."""
    ''')

    assert found.body == ()
    assert (found.classes[0].has_docstring, found.classes[0].body) == (True, ())
    assert (found.functions[0].has_docstring, found.functions[0].body) == (True, ())


@pytest.mark.parametrize("first", ["b'a'", "f'a'", "a", "1", "'a'.b"])
def test_what_is_no_plain_string_is_no_docstring(first: str) -> None:
    (function,) = study(f"def f():\n    {first}\n".encode()).functions

    assert (function.has_docstring, len(function.body)) == (False, 1)


def test_definitions_stand_apart_from_the_rest_of_a_module() -> None:
    found = structure_of("""
        a = 1
        def f(): ...
        class A: ...
        b = 2
    """)

    assert told_all(found.body) == "assign(number:1, name:a); assign(number:2, name:b)"
    assert [function.name for function in found.functions] == ["f"]
    assert [each.name for each in found.classes] == ["A"]


def test_definitions_under_a_condition_of_a_module_are_found() -> None:
    found = structure_of("""
        if a:
            def f(): ...
        else:
            class A: ...
        try:
            with b:
                def g(): ...
        except C:
            match d:
                case 1:
                    def h(): ...
    """)

    assert [function.name for function in found.functions] == ["f", "g", "h"]
    assert [each.name for each in found.classes] == ["A"]
    assert told_all(found.body[:1]) == "if(name:a){define:f}[define:A]"


def test_methods_under_a_condition_of_a_class_are_methods() -> None:
    (found,) = structure_of("""
        class A:
            b: int = 1
            if c:
                def f(self): ...
            class Meta:
                d = 2
            def g(self): ...
    """).classes

    assert [method.qualname for method in found.methods] == ["A.f", "A.g"]
    assert [each.qualname for each in found.classes] == ["A.Meta"]
    assert told_all(found.body) == ("annotate(name:b, name:int, number:1); if(name:c){define:f}")


def test_what_a_function_defines_is_its_own_at_any_depth() -> None:
    (found,) = structure_of("""
        def f():
            for a in b:
                def g():
                    class A:
                        def h(self): ...
                    return A
            class B: ...
    """).functions

    assert [inner.qualname for inner in found.functions] == ["f.<locals>.g"]
    assert [each.qualname for each in found.classes] == ["f.<locals>.B"]
    (deep,) = found.functions[0].classes
    assert deep.qualname == "f.<locals>.g.<locals>.A"
    assert deep.methods[0].qualname == "f.<locals>.g.<locals>.A.h"
    assert told_all(found.body) == "for(name:a, name:b){define:g}; define:B"


def test_qualified_names_are_those_of_the_running_program() -> None:
    source = dedent("""
        class A:
            class B:
                def f(self):
                    def g(): ...
                    return g
    """)
    program: dict[str, type] = {}
    exec(source, program)  # noqa: S102 - our own few lines

    method = structure_of(source).classes[0].classes[0].methods[0]

    assert method.qualname == vars(program["A"])["B"].f.__qualname__
    assert method.functions[0].qualname == vars(program["A"])["B"]().f().__qualname__


def test_parameters_stand_in_order_with_their_kinds() -> None:
    (function,) = study(b"def f(a, /, b: int, c=1, *d, e, **g): ...\n").functions

    assert [(each.name, each.kind) for each in function.parameters] == [
        ("a", ParameterKind.POSITIONAL_ONLY),
        ("b", ParameterKind.PLAIN),
        ("c", ParameterKind.PLAIN),
        ("d", ParameterKind.VAR_POSITIONAL),
        ("e", ParameterKind.KEYWORD_ONLY),
        ("g", ParameterKind.VAR_KEYWORD),
    ]
    assert told(function.parameters[1].annotation) == "name:int"
    assert told(function.parameters[2].default) == "number:1"


def test_a_star_alone_is_no_parameter() -> None:
    (function,) = study(b"def f(*, a): ...\n").functions

    assert [each.name for each in function.parameters] == ["a"]


def test_a_class_tells_its_decorators_bases_keywords_and_type_parameters() -> None:
    (found,) = study(b"@a\n@b.c(1)\nclass A[T: int, *U, **V](B[T], *C, d=1): ...\n").classes

    assert [told(each) for each in found.decorators] == [
        "name:a",
        "call(attribute:c(name:b), number:1)",
    ]
    assert [told(each) for each in found.bases] == ["subscript(name:B, name:T)", "star:*(name:C)"]
    assert [told(each) for each in found.keywords] == ["keyword:d(number:1)"]
    assert found.type_parameters == ("T", "U", "V")


def test_a_function_tells_whether_it_is_asynchronous() -> None:
    found = study(b"async def f[T](): ...\ndef g(): ...\n").functions

    assert [each.is_async for each in found] == [True, False]
    assert [each.type_parameters for each in found] == [("T",), ()]


def test_a_definition_starts_at_its_keyword_and_ends_with_its_last_statement() -> None:
    (found,) = structure_of("""\
        class A:
            @b(
                1
            )
            # why
            async def f(
                self,
            ):
                return g(
                    1
                )
                # a remark at the end


        c = 1
    """).classes

    assert (found.line, found.column, found.end_line) == (1, 0, 11)
    (method,) = found.methods
    assert (method.line, method.column, method.end_line) == (6, 4, 11)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_in_whatever_way_the_file_ends_them(newline: str) -> None:
    source = newline.join(['"""A', 'B"""', "class A:", "    pass", ""])

    assert study(source.encode()).classes[0].line == 3


@pytest.mark.parametrize(
    "source", [b"\xef\xbb\xbfa = '\xc3\xa9'", b"# coding: latin-1\na = '\xe9'"]
)
def test_a_file_is_decoded_as_it_says(source: bytes) -> None:
    assert told_all(study(source).body) == "assign(string:\u00e9, name:a)"


UNREADABLE = {
    b"a = 1\nprint a\n": "syntax error, or syntax that LibCST does not know (line 2",
    b"a = (\n": "syntax error, or syntax that LibCST does not know",
    b"if a:\nb\n": "syntax error, or syntax that LibCST does not know (line 2",
    b"# coding: klingon\n": "cannot be decoded: unknown encoding: klingon",
    b"a = '\xff'\n": "cannot be decoded",
    b"\x00": "syntax error",
}


@pytest.mark.parametrize(("source", "reason"), UNREADABLE.items())
def test_a_file_that_cannot_be_parsed_says_why(source: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        study(source)

    assert str(caught.value).startswith(reason)
    assert caught.value.line >= 1
    assert caught.value.column >= 1
