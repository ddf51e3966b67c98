"""Remarks: what comments say to archlint, and the lines that they are about."""

from datetime import date
from textwrap import dedent

import pytest

from archlint.model.facts.remarks import Remark, RemarkKind
from archlint.sources.skim import skim
from archlint.sources.skim.remarks.newer import newer_layout
from archlint.sources.skim.remarks.tokens import layout


def remarks_of(source: str) -> tuple[Remark, ...]:
    return skim(dedent(source).encode()).remarks


def said(text: str) -> Remark:
    (remark,) = remarks_of(f"import a  # archlint: {text}\n")
    return remark


@pytest.mark.parametrize(
    "source",
    [
        "a = '# archlint: allow[rule] because why'\n",
        '"""Doc.\n\n# archlint: allow[rule] because why\n"""\n',
        "def f():\n    '''\n    # archlint: allow[rule] because why\n    '''\n",
        "a = f'''{b}\n# archlint: allow[rule] because why\n'''\n",
        "a = rb'# archlint: allow[rule]'\n",
        "a = 'b\\\n# archlint: allow[rule] because why'\n",
        "# run archlint: it tells more\n",
        "# archlint is a linter\n",
        "archlint: int = 1\n",
        "# see #archlint-allow\n",
    ],
)
def test_what_only_looks_like_a_remark_is_none(source: str) -> None:
    assert remarks_of(source) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "this comment says nothing that archlint understands"),
        ("[outward-import]", "this comment says nothing that archlint understands"),
        ("allow", "this allowance names no rule"),
        ("allow because why", "this allowance names no rule"),
        ("allow[] because why", "this allowance names no rule"),
        ("allow[ , ] because why", "this allowance names no rule"),
        ("allow(a) because why", "this allowance names no rule"),
        ("allow-file because why", "this allowance names no rule"),
        ("allow[a because why", "the bracket behind allow is never closed"),
        ("allow-file[a", "the bracket behind allow-file is never closed"),
        ("allow[a]", "this allowance gives no reason"),
        ("allow[a] because", "this allowance gives no reason"),
        ("allow[a] because # noqa", "this allowance gives no reason"),
        ("allow[a] because until=2027-03-01", "this allowance gives no reason"),
        ("allow[a] becausewhy", "this allowance gives no reason"),
        ("allow[a]: it moves", "this allowance gives no reason"),
        ("allow[a] until= because why", "until= is not a date; write until=2027-03-01"),
        ("allow[a] until=2027-02-30 because why", "until=2027-02-30 is not a date"),
        ("allow[a] until=20270301 because why", "until=20270301 is not a date"),
        ("allow[a] until=2027-W01-1 because why", "until=2027-W01-1 is not a date"),
        ("allow[a] until=\uff12027-03-01 because why", "until=\uff12027-03-01 is not a date"),
        ("allow[a] until=2027-03-01 because b until=2027-03-02", "this allowance names two"),
        ("alow[a] because why", "unknown word 'alow'; did you mean 'allow'?"),
        ("ignore[a]", "unknown word 'ignore'; known: allow, allow-file, role"),
        ("role", "this comment names no role"),
        ("role=", "this comment names no role"),
        ("role: entity", "this comment names no role"),
        ("role=entity or not", "unknown words behind the role: or not"),
    ],
)
def test_what_is_malformed_allows_nothing_and_says_why(text: str, fault: str) -> None:
    remark = said(text)

    assert remark.fault.startswith(fault)
    assert remark.because == ""


@pytest.mark.parametrize(
    ("text", "names", "because", "until"),
    [
        ("allow[a] because why", ("a",), "why", None),
        ("allow[a,b , a] because why", ("a", "b"), "why", None),
        ("allow[a] because: why", ("a",), "why", None),
        ("allow[a]because why", ("a",), "why", None),
        ("allow[a] because  of\t#41 (see #42)", ("a",), "of #41 (see #42)", None),
        ("allow[a] because why  # noqa: E501", ("a",), "why", None),
        ("allow[a] because why #noqa", ("a",), "why", None),
        ("allow[a] because why #type: ignore", ("a",), "why", None),
        ("allow[a] because [b] is broken", ("a",), "[b] is broken", None),
        ("allow[a] until=2027-03-01 because why", ("a",), "why", date(2027, 3, 1)),
        ("allow[a] because why until=2027-03-01", ("a",), "why", date(2027, 3, 1)),
        ("allow[a] because we wait until the move", ("a",), "we wait until the move", None),
    ],
)
def test_an_allowance_names_rules_a_reason_and_perhaps_a_last_day(
    text: str, names: tuple[str, ...], because: str, until: date | None
) -> None:
    remark = said(text)

    assert (remark.names, remark.because, remark.until, remark.fault) == (names, because, until, "")


def test_a_role_may_have_a_reason() -> None:
    assert said("role=value-object because it is compared").because == "it is compared"
    assert said("role = value-object").names == ("value-object",)


def test_a_comment_may_serve_several_readers() -> None:
    first, second = remarks_of(
        "class A:  # noqa: N801 # archlint: role=entity #archlint:allow[a] because b # fmt: x\n"
        "    ...\n"
    )

    assert (first.kind, first.names, first.column) == (RemarkKind.ROLE, ("entity",), 23)
    assert (second.kind, second.names, second.because) == (RemarkKind.ALLOW, ("a",), "b")


SAID = "# archlint: allow[a] because b"
SOURCES = [
    (f"import a  {SAID}\n", (1, 1)),
    (f"{SAID}\nimport a\n", (1, 2)),
    (f"{SAID}\n# more\nimport a\n", (1, 3)),
    (f"import a\n# more\n{SAID}\n", (3, 3)),
    (f"{SAID}\n\nimport a\n", (1, 1)),
    (f"from a import (\n    b,  {SAID}\n    c,\n)\nimport d\n", (1, 4)),
    (f"from a import (\n    b,\n    {SAID}\n    c,\n)\n", (1, 5)),
    (f"from a import (\n    b,\n)  {SAID}\n", (1, 3)),
    (f"a = 1 + \\\n    2  {SAID}\n", (1, 2)),
    (f"a = '''\n'''  {SAID}\nimport b\n", (1, 2)),
    (f"import a; import b  {SAID}\n", (1, 1)),
    (f"if a:  {SAID}\n    import b\n", (1, 1)),
    (f"{SAID}\nif a:\n    import b\n", (1, 2)),
    (f"if a:\n    {SAID}\n    import b\n", (2, 3)),
    (f"if a:\n    import b\n    {SAID}\nelse:\n    import c\n", (3, 4)),
    (f"if (\n    a  {SAID}\n    and b\n):\n    import b\n", (1, 4)),
    (f"class A:  {SAID}\n    b = 1\n", (1, 1)),
    (f"class A:\n    {SAID}\n    b = 1\n", (2, 3)),
    (f"class A: b = 1  {SAID}\n", (1, 1)),
    (f"@a\n@b(\n    1,\n)  {SAID}\nclass A:\n    b = 1\n", (1, 5)),
    (f"{SAID}\n@a\nclass A:\n    b = 1\n", (1, 3)),
    (f"@a\n{SAID}\nclass A:\n    b = 1\n", (1, 3)),
    (f"@a\nasync def f(\n    b,  {SAID}\n):\n    return b\n", (1, 4)),
    (f"def f():\n    return 1  {SAID}\n", (2, 2)),
    (f"match a:  {SAID}\n    case 1:\n        import b\n", (1, 1)),
    (f"try:\n    a()\nexcept B:  {SAID}\n    c()\n", (3, 3)),
    (f"#!/usr/bin/env python\n{SAID}\n", (2, 2)),
    (SAID, (1, 1)),
    (f"import a\n{SAID}", (2, 2)),
    (f"import a\n\x0c\n{SAID}\nimport b\n", (3, 4)),
]


@pytest.mark.parametrize(("source", "lines"), SOURCES)
def test_a_remark_is_about_the_head_of_a_statement(source: str, lines: tuple[int, int]) -> None:
    (remark,) = skim(source.encode()).remarks

    assert (remark.first, remark.last) == lines


@pytest.mark.parametrize("source", [source for source, _ in SOURCES])
def test_both_parsers_lay_a_file_out_alike(source: str) -> None:
    assert newer_layout(source.encode()) == layout(source.encode())


@pytest.mark.parametrize(
    ("source", "definition", "is_at_class"),
    [
        (f"class A:  {SAID}\n    b = 1\n", "A", True),
        (f"@b\n{SAID}\nclass A(B, c=1):\n    b = 1\n", "A", True),
        (f"{SAID}\nasync def f(): ...\n", "f", False),
        (f"class A:\n    @b\n    def f(self): ...  {SAID}\n", "f", False),
        (f"import a  {SAID}\n", "", False),
        (f"class_ = def_  {SAID}\n", "", False),
    ],
)
def test_a_remark_knows_what_its_statement_defines(
    source: str, definition: str, *, is_at_class: bool
) -> None:
    (remark,) = skim(source.encode()).remarks

    assert (remark.definition, remark.is_at_class) == (definition, is_at_class)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_line_ends_do_not_matter(newline: bytes) -> None:
    source = newline.join([b"from a import (", b"    b,", b")", SAID.encode(), b"import c", b""])

    (remark,) = skim(source).remarks

    assert (remark.line, remark.first, remark.last, remark.because) == (4, 4, 5, "b")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("", "utf-8-sig"), ("# coding: latin-1\n", "latin-1"), ("# coding: cp1251\n", "cp1251")],
)
def test_the_encoding_that_a_file_declares_is_heard(head: str, encoding: str) -> None:
    reason = "это так" if encoding == "cp1251" else "é"
    source = f"{head}import a  # archlint: allow[a] because {reason}\n"

    (remark,) = skim(source.encode(encoding)).remarks

    assert remark.because == reason


@pytest.mark.parametrize(
    "source",
    [
        f"a = f'{{b['# archlint: allow[c] because d']}}'\nimport b  {SAID}\n",
        f'a = f"{{"{{"}}"\nimport b  {SAID}\nimport c\n',
        f"type A = int\nimport b  {SAID}\n",
    ],
)
def test_newer_syntax_is_no_hiding_place(source: str) -> None:
    (remark,) = skim(source.encode()).remarks

    assert (remark.first, remark.last) == (2, 2)


def test_signs_that_no_terminal_shows_stay_where_they_are() -> None:
    assert said("allow[a] because \x1b[31mred").because == "\x1b[31mred"
