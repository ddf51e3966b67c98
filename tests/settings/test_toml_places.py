import string

import tomli
from hypothesis import given
from hypothesis import strategies as st

from archlint.settings.toml_places import Position, locate


def test_a_hash_or_a_bracket_in_a_string_ends_nothing() -> None:
    places = locate('a = "# ] ,"\nb = [\'#]\', "x"]\nc = 1\n')

    assert places.key(("c",)) == Position(3, 1)
    assert places.value(("b", 1)) == Position(2, 12)


def test_a_comment_and_a_line_break_in_a_list_count_as_space() -> None:
    places = locate('a = [\n  "x",  # y, "z"\n  "w",\n]\nb = 1\n')

    assert places.value(("a", 1)) == Position(3, 3)
    assert places.key(("b",)) == Position(5, 1)


def test_a_multiline_string_hides_what_looks_like_a_table() -> None:
    places = locate('a = """\n[b]\nc = \\""" 1\n"""\nd = 1\n')

    assert places.key(("d",)) == Position(5, 1)


def test_tables_of_an_array_are_counted() -> None:
    places = locate('[[tool.x.layers]]\nname = "a"\n\n[[tool.x.layers]]\nname = "b"\n')

    assert places.key(("tool", "x", "layers", 1)) == Position(4, 1)
    assert places.value(("tool", "x", "layers", 1, "name")) == Position(5, 8)


def test_a_table_below_an_array_belongs_to_its_last_element() -> None:
    places = locate("[[a]]\n[[a]]\n[a.b]\nc = 1\n[[a.d]]\n[[a.d]]\ne = 2\n")

    assert places.key(("a", 1, "b", "c")) == Position(4, 1)
    assert places.key(("a", 1, "d", 1, "e")) == Position(7, 1)


def test_dotted_quoted_and_inline_keys_are_found() -> None:
    places = locate('[tool]\nx."google.cloud".y = { a = 1, "b\\u0063" = [2, 3] }\n')

    assert places.key(("tool", "x", "google.cloud", "y")) == Position(2, 18)
    assert places.key(("tool", "x", "google.cloud", "y", "a")) == Position(2, 24)
    assert places.value(("tool", "x", "google.cloud", "y", "bc", 1)) == Position(2, 47)


def test_a_key_that_is_not_there_stands_where_its_table_does() -> None:
    places = locate("\n[tool.x]\na = 1\n")

    assert places.key(("tool", "x", "missing")) == Position(2, 7)


def test_the_column_counts_characters() -> None:
    places = locate("a = { 'ä€' = 1, b = 2 }\n")

    assert places.key(("a", "b")) == Position(1, 17)


names = st.text(string.ascii_lowercase + "-_ .", min_size=1, max_size=6)
scalars = st.one_of(
    st.integers(-9, 99).map(str),
    st.sampled_from(["true", "2027-03-01", "1e3", "2027-03-01 07:32:00"]),
    st.text(string.printable, max_size=8).map(
        lambda text: '"' + "".join(f"\\u{ord(character):04x}" for character in text) + '"'
    ),
    st.text("ab#[]{},= ", max_size=6).map(lambda text: f"'{text}'"),
)


def _inline(pairs: list[tuple[str, str]]) -> str:
    return "{" + ", ".join(f"'{key}' = {value}" for key, value in dict(pairs).items()) + "}"


values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: "[\n" + ", # ]\n".join(each) + "]"),
        st.lists(st.tuples(names, inner), max_size=3).map(_inline),
    ),
    max_leaves=6,
)


@given(st.dictionaries(names, values, max_size=4), st.integers(1, 3))
def test_everything_that_the_parser_finds_has_a_place(content: dict[str, str], tables: int) -> None:
    body = "".join(f"'{key}' = {value}\n" for key, value in content.items())
    text = "".join(f"[[a.b]] # [c]\n{body}" for _ in range(tables))

    places = locate(text)

    for index, table in enumerate(tomli.loads(text)["a"]["b"]):
        for key in table:
            position = places.key(("a", "b", index, key))
            line = text.split("\n")[position.line - 1]
            assert line[position.column - 1 :].startswith(f"'{key}'")
