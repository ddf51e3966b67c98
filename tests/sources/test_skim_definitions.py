"""Definitions: the names that a file binds at its top level."""

from tests.sources.skimming import definitions_of, outline_of


def test_what_is_bound_further_inside_is_no_definition() -> None:
    found = definitions_of("""
        def f():
            a = 1
        class A:
            b = 2
        a.b = c
        a[b] = c
        d: int
    """)

    assert found == ["f function", "A class"]


def test_imports_are_no_definitions() -> None:
    assert definitions_of("import a\nfrom b import c") == []


def test_classes_come_with_their_dotted_bases() -> None:
    found = definitions_of("""
        class A(B, c.D, E[int], f(), g.h(1), *i, metaclass=J): ...
        class K(f().g, "L"): ...
    """)

    assert found == ["A class (B, c.D, E, f(), g.h())", "K class"]


def test_what_a_name_is_bound_to_is_told() -> None:
    found = definitions_of("""
        A = B
        C = d.E
        F = g.h()
        I = 1
        J = K[L]
        M = f()()
        n: int = o
        async def p(): ...
    """)

    assert found == [
        "A alias B",
        "C alias d.E",
        "F call g.h",
        "I value",
        "J value",
        "M call",
        "n alias o",
        "p function",
    ]


def test_several_targets_are_several_definitions() -> None:
    found = definitions_of("""
        a = b = c
        d, e = f, g()
        (h, *i), j = k
        l, m = *n, o
    """)

    assert found == [
        "a alias c",
        "b alias c",
        "d alias f",
        "e call g",
        "h value",
        "i value",
        "j value",
        "l value",
        "m value",
    ]


def test_blocks_at_the_top_level_count_in_the_order_of_the_file() -> None:
    found = definitions_of("""
        try:
            import a
        except ImportError:
            a = None
        if b:
            def c(): ...
        else:
            c = d
        with e as f:
            g = 1
        for h in i:
            pass
    """)

    assert found == ["a value", "c function", "c alias d", "f value", "g value", "h value"]


def test_the_line_is_that_of_the_definition_not_of_its_decorator() -> None:
    (found,) = outline_of("@a\n@b\nclass C: ...").definitions

    assert found.line == 3
