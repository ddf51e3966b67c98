"""Dynamic imports: modules named in a string."""

import pytest

from tests.sources.skimming import imports_of, outline_of


def dynamic_imports_of(source: str) -> list[str]:
    return [told.removesuffix(" dynamic") for told in imports_of(source) if "dynamic" in told]


@pytest.mark.parametrize(
    "call",
    [
        "import_module(name)",
        "import_module()",
        "import_module('not a name')",
        "import_module('.a')",
        "import_module('.a', package)",
        "import_module(f'{a}.b')",
        "import_module(f'{a!r}.b')",
        "import_module(1)",
        "self.import_module('a')",
        "patch('a.b.c')",
        "locate('a.b.c')",
        "pkgutil_like('a.b')",
        "importlib.util.resolve_name('.a', 'b')",
        "__import__",
        "import_string(settings.BACKEND)",
    ],
)
def test_no_module_is_guessed(call: str) -> None:
    assert dynamic_imports_of(f"import importlib\n{call}") == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import importlib\nimportlib.import_module('a.b')", "a.b"),
        ("import importlib as il\nil.import_module('a.b')", "a.b"),
        ("from importlib import import_module\nimport_module('a.b')", "a.b"),
        ("from importlib import import_module as load\nload('a.b')", "a.b"),
        ("__import__('a.b')", "a.b"),
        ("__import__('a', globals(), locals(), ['b'], 1)", ".a"),
        ("import_module('.a', package=__package__)", ".a"),
        ("import_module('..a.b', __name__)", "..a.b"),
        ("import_module('.a', package='b.c')", "b.c.a"),
        ("import_module('..a', 'b.c')", "b.a"),
        ("import_string('a.b.C')", "a.b:C"),
        ("import_string('a.b:C')", "a.b:C"),
        ("import_string('a')", "a"),
        ("import pkgutil\npkgutil.resolve_name('a.b:C')", "a.b:C"),
        ("from pydoc import locate\nlocate('a.b.C')", "a.b:C"),
    ],
)
def test_each_way_to_import_by_a_string_is_known(source: str, told: str) -> None:
    assert dynamic_imports_of(source) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("'a' + '.b'", "a.b"),
        ("'a.' 'b'", "a.b"),
        ("NAME", "shop.main"),
        ("NAME + '.b'", "shop.main.b"),
        ("f'{NAME}.b'", "shop.main.b"),
        ("f'a.b.{c}'", "a.b"),
        ("f'a.b_{c}'", "a"),
        ("f'a.{b}.c'", "a"),
        ("'a.b.' + c", "a.b"),
        ("'a.b.%s' % c", "a.b"),
        ("'a.b.{}.d'.format(c)", "a.b"),
        ("'a.b.' + c + '.d'", "a.b"),
    ],
)
def test_as_much_of_a_text_counts_as_is_known(text: str, told: str) -> None:
    source = f"NAME: Final = 'shop.main'\nimport_module({text})"

    assert dynamic_imports_of(source) == [told]


def test_a_constant_that_changes_is_none() -> None:
    found = dynamic_imports_of("""
        NAME = "a"
        if b:
            NAME = "c"
        import_module(NAME)
    """)

    assert found == []


def test_a_call_has_a_scope_and_a_guard_like_a_statement() -> None:
    found = dynamic_imports_of("""
        def f(a=import_module("a")):
            return [g(import_module("b")) for _ in c]
        try:
            d = lambda: import_module("d")
        except ImportError:
            pass
        if import_module("e"):
            pass
    """)

    assert found == ["a", "b dynamic function", "d dynamic function try", "e"]


def test_the_place_is_that_of_the_call() -> None:
    (found,) = outline_of("é = import_module('a')").imports

    assert (found.line, found.column) == (1, 4)
