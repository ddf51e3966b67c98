"""The imports of a file: every one of them, with what it depends on."""

import pytest

from archlint.sources.skim import skim
from tests.sources.skimming import imports_of, outline_of


def test_text_that_looks_like_an_import_is_none() -> None:
    found = imports_of('''
        """
        import a
        """
        b = "import b"  # import c
    ''')

    assert found == []


def test_each_name_of_a_statement_is_an_import() -> None:
    found = imports_of("""
        import a, b.c as d
        from e import f, g as h
        from i import *
    """)

    assert found == ["a", "b.c as d", "e:f", "e:g as h", "i:* star"]


def test_a_relative_import_is_an_import_too() -> None:
    found = imports_of("""
        from . import a
        from ..b.c import d
    """)

    assert found == [".:a", "..b.c:d"]


def test_imports_come_in_the_order_of_the_file() -> None:
    found = imports_of("""
        if a:
            import b
        def f():
            import c
        import d; import e
    """)

    assert found == ["b condition", "c function", "d", "e"]


def test_the_scope_is_that_of_the_innermost_function_around() -> None:
    found = imports_of("""
        class A:
            import a
            def f(self):
                import b
                class B:
                    import c
    """)

    assert found == ["a class", "b function", "c function"]


@pytest.mark.parametrize(
    "header",
    [
        "async def f():",
        "def f():\n  for a in b:",
        "def f():\n  async with a:",
        "def f():\n  class A:",
    ],
)
def test_an_import_in_a_function_is_found_however_it_is_wrapped(header: str) -> None:
    depth = header.count("\n") * 2 + 2

    found = imports_of(f"{header}\n{' ' * depth}import x\n")

    assert found == ["x function"]


def test_the_place_is_that_of_the_statement() -> None:
    (found,) = outline_of("""
        if a: from b import (
            c
        )
    """).imports

    assert (found.line, found.column) == (2, 6)


def test_columns_count_characters() -> None:
    (found,) = skim("é = '🐍'; import a\n".encode()).imports

    assert found.column == 9


def test_columns_count_characters_in_other_encodings() -> None:
    (found,) = skim("# coding: latin-1\né = 1; import a\n".encode("latin-1")).imports

    assert (found.line, found.column) == (2, 7)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_import_deep_inside_is_found_however_lines_end(end: str) -> None:
    source = (
        "class A:|    @b|    def c(self):|        if d:|            pass; import x|# é|".replace(
            "|", end
        )
    )

    assert imports_of(source) == ["x function condition"]
