"""Guards: what an import depends on."""

import pytest

from tests.sources.skimming import imports_of


@pytest.mark.parametrize(
    "test",
    [
        "TYPE_CHECKING",
        "typing.TYPE_CHECKING",
        "t.TYPE_CHECKING",
        "MYPY",
        "False",
        "0",
        "TYPE_CHECKING and a",
        "not not TYPE_CHECKING",
        "not (not TYPE_CHECKING or a)",
    ],
)
def test_what_only_type_checkers_read_is_said(test: str) -> None:
    assert imports_of(f"if {test}:\n    import x") == ["x type-checking"]


def test_type_checking_goes_by_its_alias_too() -> None:
    found = imports_of("""
        from typing import TYPE_CHECKING as TYPES
        if TYPES:
            import x
    """)

    assert found[1:] == ["x type-checking"]


@pytest.mark.parametrize("test", ["TYPE_CHECKING or a", "checking", "a.b", "f()", "a and b"])
def test_any_other_test_is_a_condition(test: str) -> None:
    assert imports_of(f"if {test}:\n    import x") == ["x condition"]


def test_else_of_type_checking_always_runs() -> None:
    found = imports_of("""
        if TYPE_CHECKING:
            import a
        else:
            import b
        if not TYPE_CHECKING:
            import c
        else:
            import d
    """)

    assert found == ["a type-checking", "b", "c", "d type-checking"]


def test_elif_of_type_checking_is_a_condition() -> None:
    found = imports_of("""
        if TYPE_CHECKING:
            import a
        elif b:
            import c
        else:
            import d
    """)

    assert found == ["a type-checking", "c condition", "d condition"]


@pytest.mark.parametrize("test", ["__name__ == '__main__'", "'__main__' == __name__"])
def test_what_only_a_script_runs_is_said(test: str) -> None:
    found = imports_of(f"if {test}:\n    import x\nelse:\n    import y")

    assert found == ["x main", "y condition"]


def test_other_comparisons_with_the_name_are_conditions() -> None:
    found = imports_of("""
        if __name__ == "a":
            import a
        if __name__ in "__main__":
            import b
        if __name__ != "__main__":
            import c
        else:
            import d
    """)

    assert found == ["a condition", "b condition", "c condition", "d main"]


def test_every_branch_of_a_try_may_fail_except_the_last() -> None:
    found = imports_of("""
        try:
            import a
        except ImportError:
            import b
        else:
            import c
        finally:
            import d
    """)

    assert found == ["a try", "b try", "c try", "d"]


def test_a_try_that_catches_nothing_guards_nothing() -> None:
    found = imports_of("""
        try:
            import a
        finally:
            pass
    """)

    assert found == ["a"]


def test_suppressed_errors_guard_like_caught_ones() -> None:
    found = imports_of("""
        with contextlib.suppress(ImportError):
            import a
        with lock:
            import b
    """)

    assert found == ["a try", "b"]


def test_loops_and_cases_are_conditions_if_they_test_something() -> None:
    found = imports_of("""
        while a:
            import b
        for c in d:
            import e
        match f:
            case 1:
                import g
    """)

    assert found == ["b condition", "e", "g condition"]


def test_the_strongest_of_nested_guards_counts() -> None:
    found = imports_of("""
        if TYPE_CHECKING:
            try:
                import a
            except ImportError:
                pass
        if __name__ == "__main__":
            if a:
                def f():
                    import b
        if a:
            try:
                import c
            except ImportError:
                pass
    """)

    assert found == ["a type-checking", "b function main", "c try"]
