"""Exports: `__all__`, and names that are served lazily."""

import pytest

from archlint.model.facts.outline import LazyExport
from tests.sources.skimming import outline_of


@pytest.mark.parametrize(
    "source",
    [
        "",
        "__all__ = [a]",
        "__all__ = names()",
        "__all__ = a.__all__ + ['b']",
        "__all__ = ['a']\n__all__ += b.__all__",
        "__all__ = ['a']\n__all__.extend(b)",
        "__all__ = ['a']\n__all__.sort()",
        "__all__: list[str]",
        "def f():\n    __all__ = ['a']",
    ],
)
def test_exports_that_cannot_be_read_are_unknown(source: str) -> None:
    assert outline_of(source).exports is None


@pytest.mark.parametrize(
    "source",
    [
        "__all__ = ['a', 'b']",
        "__all__ = ('a', 'b')",
        "__all__: list[str] = ['a', 'b']",
        "__all__ = ['a'] + ['b']",
        "__all__ = ['a']\n__all__ += ['b']",
        "__all__ = ['a']\n__all__ += ('b',)",
        "__all__ = ['a']\n__all__.extend(['b'])",
        "__all__ = ['a']\n__all__.append('b')",
        "__all__ = ['a', 'c', 'b']\n__all__.remove('c')",
        "__all__ = [c]\n__all__ = ['a', 'b']",
    ],
)
def test_each_usual_way_to_list_exports_is_read(source: str) -> None:
    assert outline_of(source).exports == ("a", "b")


def test_no_exports_is_not_the_same_as_unknown_exports() -> None:
    assert outline_of("__all__ = []").exports == ()


def test_a_map_that_getattr_does_not_name_serves_nothing() -> None:
    found = outline_of("""
        PLACES = {"A": "b.c"}
        def __getattr__(name):
            raise AttributeError
    """)

    assert found.lazy_exports == ()


def test_a_bare_word_is_no_place() -> None:
    found = outline_of("""
        OLD = {"A": "B", "C": d, "E": "not a name."}
        def __getattr__(name):
            return globals()[OLD[name]]
    """)

    assert found.lazy_exports == ()


def test_a_literal_map_tells_where_names_come_from() -> None:
    found = outline_of("""
        PLACES: dict[str, str] = {
            "A": "a.b",
            "B": "a.b.B",
            "C": ".c",
            "D": ("d", "E"),
            "F": "f.g:H",
        }
        def __getattr__(name):
            return getattr(import_module(PLACES[name]), name)
    """)

    assert found.lazy_exports == (
        LazyExport("A", "a.b.A", 3, 4),
        LazyExport("B", "a.b.B", 4, 4),
        LazyExport("C", ".c.C", 5, 4),
        LazyExport("D", "d.E", 6, 4),
        LazyExport("F", "f.g.H", 7, 4),
    )


def test_a_map_of_lazy_loader_is_relative_to_its_package() -> None:
    found = outline_of("""
        import lazy_loader as lazy
        __getattr__, __dir__, __all__ = lazy.attach(
            __name__, submodules={"a"}, submod_attrs={"b.c": ["D", "E"]}
        )
    """)

    assert [(lazy.name, lazy.source) for lazy in found.lazy_exports] == [
        ("a", ".a"),
        ("D", ".b.c.D"),
        ("E", ".b.c.E"),
    ]


def test_what_attaches_something_else_serves_nothing() -> None:
    assert outline_of("app = attach(__name__, {'a'}, {'b': ['C']})").lazy_exports == ()


def test_a_map_inside_getattr_counts_as_well() -> None:
    found = outline_of("""
        def __getattr__(name):
            return load({"A": "a.b"}[name])
    """)

    assert found.lazy_exports == (LazyExport("A", "a.b.A", 3, 17),)


def test_half_a_surrogate_pair_which_cannot_be_stored_becomes_a_question_mark() -> None:
    assert outline_of("__all__ = ['a\\ud800']").exports == ("a?",)
