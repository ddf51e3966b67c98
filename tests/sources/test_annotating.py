"""Annotating: comments are added, and nothing else changes."""

import ast
from datetime import date
from pathlib import Path

import pytest

from archlint.sources.annotating import CannotAnnotateError, Page, Terms, Wish
from archlint.sources.skim import skim

WHY = Terms("so")
COMMENT = "# archlint: allow[a] because so"
FILE = "# archlint: allow-file[a] because so"
LONG = "import " + "b" * 70


def annotated(source: str, line: int, terms: Terms = WHY) -> str:
    new, _ = Page(source.encode()).annotated([Wish(line, "a")], terms)
    return new.decode()


CASES = [
    ("import b\n", 1, f"import b  {COMMENT}\n"),
    ("import b", 1, f"import b  {COMMENT}"),
    ("import b   \n", 1, f"import b     {COMMENT}\n"),
    ("import b; import c\n", 1, f"import b; import c  {COMMENT}\n"),
    ("import b  # noqa\n", 1, f"{COMMENT}\nimport b  # noqa\n"),
    (f"{LONG}\n", 1, f"{COMMENT}\n{LONG}\n"),
    ("from b import (\n    c,\n)\n", 1, f"{COMMENT}\nfrom b import (\n    c,\n)\n"),
    ("from b import (\n    c,\n)\n", 2, f"{COMMENT}\nfrom b import (\n    c,\n)\n"),
    ("b = 1 + \\\n    2\n", 2, f"{COMMENT}\nb = 1 + \\\n    2\n"),
    ("b = '''\n'''\n", 2, f"{COMMENT}\nb = '''\n'''\n"),
    ("if b:\n    import c\n", 2, f"if b:\n    import c  {COMMENT}\n"),
    ("if b:\n\timport c  # d\n", 2, f"if b:\n\t{COMMENT}\n\timport c  # d\n"),
    ("class B: ...\n", 1, f"class B: ...  {COMMENT}\n"),
    ("@c\nclass B:\n    d = 1\n", 2, f"{COMMENT}\n@c\nclass B:\n    d = 1\n"),
    (
        "@c(\n    1,\n)\nclass B:\n    d = 1\n",
        4,
        f"{COMMENT}\n@c(\n    1,\n)\nclass B:\n    d = 1\n",
    ),
    (
        "class B:\n    @c\n    async def d(\n        self,\n    ): ...\n",
        3,
        f"class B:\n    {COMMENT}\n    @c\n    async def d(\n        self,\n    ): ...\n",
    ),
    ("", 1, f"{FILE}\n"),
    ("# b\n", 1, f"# b\n{FILE}\n"),
    ("# b", 1, f"# b\n{FILE}\n"),
    ('"""B."""\n', 1, f'{FILE}\n"""B."""\n'),
    (
        '#!/bin/python\n# coding: ascii\n"""B."""\n',
        1,
        f'#!/bin/python\n# coding: ascii\n{FILE}\n"""B."""\n',
    ),
    ("\n\nimport b\n", 1, f"{FILE}\n\n\nimport b\n"),
    ("type B = int\nimport c\n", 2, f"type B = int\nimport c  {COMMENT}\n"),
]


@pytest.mark.parametrize(("source", "line", "expected"), CASES)
def test_a_comment_stands_at_the_statement_or_above(source: str, line: int, expected: str) -> None:
    assert annotated(source, line) == expected


@pytest.mark.parametrize(("source", "line", "_expected"), CASES)
def test_a_comment_is_about_the_line_that_is_wished_for(
    source: str, line: int, _expected: str
) -> None:
    new, (written,) = Page(source.encode()).annotated([Wish(line, "a")], WHY)

    (remark,) = skim(new).remarks
    line += written.text.lstrip().startswith("#") and written.line <= line
    assert remark.kind == "allow-file" or remark.first <= line <= remark.last
    assert written == (remark.line, new.decode().split("\n")[remark.line - 1])


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_stay_as_they_are(newline: str) -> None:
    source = f"import b{newline}@c{newline}class D: ...{newline}"

    new, _ = Page(source.encode()).annotated([Wish(1, "a"), Wish(3, "a")], WHY)

    lines = [f"import b  {COMMENT}", COMMENT, "@c", "class D: ...", ""]
    assert new.decode() == newline.join(lines)


def test_a_byte_order_mark_stays_in_front() -> None:
    new, _ = Page(b"\xef\xbb\xbfimport b  # c\n").annotated([Wish(1, "a")], WHY)

    assert new == b"\xef\xbb\xbf" + f"{COMMENT}\nimport b  # c\n".encode()


def test_a_reason_is_written_in_the_encoding_of_the_file() -> None:
    source = "# coding: latin-1\nb = 'é'\n".encode("latin-1")

    new, _ = Page(source).annotated([Wish(2, "a")], Terms("für b"))

    assert new.decode("latin-1").endswith("b = 'é'  # archlint: allow[a] because für b\n")


def test_several_rules_at_one_statement_share_a_comment() -> None:
    wishes = [Wish(1, "a"), Wish(2, "c"), Wish(1, "a"), Wish(4, "d")]

    new, written = Page(b"from b import (\n    c,\n)\nimport d\n").annotated(wishes, WHY)

    assert new.decode().startswith("# archlint: allow[a, c] because so\nfrom b")
    assert [each.line for each in written] == [1, 5]


def test_what_is_about_the_file_and_about_its_first_statement_are_two_comments() -> None:
    new, _ = Page(b"# b\nimport c  # d\n").annotated([Wish(1, "a"), Wish(2, "a")], WHY)

    assert new.decode() == f"# b\n{FILE}\n{COMMENT}\nimport c  # d\n"


def test_a_last_day_is_written_too() -> None:
    until = Terms("so", date(2027, 3, 1))

    assert annotated("import b\n", 1, until).endswith("allow[a] until=2027-03-01 because so\n")


@pytest.mark.parametrize(
    ("source", "why", "told"),
    [
        (b"import\n", "so", "cannot be read: invalid syntax"),
        (b"# coding: latin-1\nimport b\n", "→", "is written in latin-1, which has no '→'"),
        (b"import b\n", "of c # noqa: this", "cannot hold this reason in a comment"),
        (b"import b\n", "a until=2020-01-01", "cannot hold this reason in a comment"),
        (b"import b\n", "a # archlint: role=entity", "cannot hold this reason in a comment"),
    ],
)
def test_what_would_not_be_understood_is_not_written(source: bytes, why: str, told: str) -> None:
    with pytest.raises(CannotAnnotateError) as caught:
        Page(source).annotated([Wish(1, "a")], Terms(why))

    assert str(caught.value).startswith(told)


def test_no_line_of_a_real_module_changes_its_meaning() -> None:
    source = Path(ast.__file__).read_bytes()
    count = source.count(b"\n")

    new, _ = Page(source).annotated([Wish(line, "a") for line in range(1, count + 1)], WHY)

    assert ast.dump(ast.parse(new)) == ast.dump(ast.parse(source))
    assert b"".join(_without_comments(new).split()) == b"".join(source.split())


def _without_comments(source: bytes) -> bytes:
    return source.replace(COMMENT.encode(), b"").replace(FILE.encode(), b"")
