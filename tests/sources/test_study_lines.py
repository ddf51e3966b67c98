"""Lines: the quick pass agrees with LibCST's own, and layout moves nothing but lines."""

import sys
import tokenize
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import libcst as cst
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import archlint
from archlint.sources.study import study
from archlint.sources.study.counting import counted
from archlint.sources.study.lines import lines_of, positioned
from tests.sources.telling import without_lines

OWN = sorted(Path(archlint.__file__).parent.rglob("*.py"))
STANDARD = [Path(sys.modules[name].__file__ or "") for name in ("ast", "tokenize", "typing", "re")]
ODD = b"""# a file with most of what moves lines
@a
# between
@b(
    1)
async def f(
    a: int = (
        1
    ), /, *b,
) -> (
    int
):
    '''
    text
    ''' ; x = 1; y = \\
        2
    if (a
        and b): pass
    elif not \\
        c:

        with (a as b,
              c): pass
    else: pass
    return [

        a for a in b
        if c
    ]
class A: pass
match (a,
       b):
    # remark
    case {'a': 1,
          **b} if (
            c): pass
x = f'''
{a}
''' 'b' \\
    f'{
        c}'
"""


@pytest.mark.parametrize("path", [*OWN, *STANDARD], ids=lambda path: path.name)
def test_the_lines_counted_are_those_of_the_position_provider(path: Path) -> None:
    assert_lines_agree(path.read_bytes())


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_the_lines_counted_agree_on_odd_layout(newline: bytes) -> None:
    assert_lines_agree(ODD.replace(b"\n", newline))


def assert_lines_agree(source: bytes) -> None:
    module = cst.parse_module(source)
    quick, slow = counted(module), positioned(module)

    assert quick.starts.keys() >= {node for node in slow.starts if isinstance(node, LOCATED)}
    assert not {
        type(node).__name__: (line, slow.starts[node])
        for node, line in quick.starts.items()
        if line != slow.starts[node] and not isinstance(node, cst.IndentedBlock)
    }
    assert (quick.columns, quick.ends) == (slow.columns, slow.ends)


LOCATED = (
    cst.BaseExpression,
    cst.BaseSmallStatement,
    cst.BaseCompoundStatement,
    cst.MatchPattern,
    cst.MatchCase,
    cst.ExceptHandler,
    cst.Else,
    cst.Finally,
)


def test_the_position_provider_answers_where_the_private_class_has_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "archlint.sources.study.counting", None)
    module = cst.parse_module("a = 1\n\nclass B:\n    pass\n")

    found = lines_of(module)

    assert [found.starts[node] for node in module.body] == [1, 3]
    assert found.ends == {module.body[1]: 4}


def ends_of_statements(source: bytes) -> Iterator[int]:
    """Yield the numbers of the lines after which a line may be put in."""
    for token in tokenize.tokenize(BytesIO(source).readline):
        if token.type == tokenize.NEWLINE:
            yield token.end[0] if token.end[1] == 0 else token.start[0]


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_comments_and_blank_lines_change_nothing_but_line_numbers(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(OWN))
    lines = path.read_bytes().splitlines(keepends=True)
    gaps = [*ends_of_statements(b"".join(lines))]
    chosen = data.draw(st.sets(st.sampled_from(gaps), max_size=20)) if gaps else set()
    added = data.draw(st.sampled_from([b"\n", b"# remark\n", b"    # remark\n", b"\t\n\n"]))

    loose = b"".join(
        line + added * (number in chosen) for number, line in enumerate(lines, start=1)
    )

    assert without_lines(study(loose)) == without_lines(study(b"".join(lines)))
