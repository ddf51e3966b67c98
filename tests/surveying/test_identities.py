"""Findings by the first digits of their identity."""

import pytest

from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.surveying.identities import UnknownIdentityError, is_identity, with_identity


def _finding(module: str) -> Finding:
    return Finding(
        rule="outward-import", place=Place("a.py", 1), module=module, message="m", help="h"
    )


FIRST, SECOND = _finding("a"), _finding("b")


@pytest.mark.parametrize("text", ["", "abc", "outward-import", "abcg", "0" * 65])
def test_other_texts_are_no_identity(text: str) -> None:
    assert not is_identity(text)


@pytest.mark.parametrize("text", ["abcd", "ABCD", FIRST.identity])
def test_four_digits_are_enough(text: str) -> None:
    assert is_identity(text)


def test_digits_of_two_findings_name_both() -> None:
    with pytest.raises(UnknownIdentityError) as refused:
        with_identity([FIRST, SECOND], "")

    assert FIRST.identity[:12] in str(refused.value)
    assert SECOND.identity[:12] in str(refused.value)


def test_one_finding_told_twice_is_one() -> None:
    assert with_identity([FIRST, FIRST], FIRST.identity[:4]) == FIRST


def test_the_finding_that_begins_so_is_found() -> None:
    assert with_identity([FIRST, SECOND], SECOND.identity[:8]) is SECOND
