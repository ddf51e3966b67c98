"""What two readers said, taken together."""

import pytest

from benchmarks.accuracy.readers.answers import Answered


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("no", "no", "no"),
        ("no", "borderline", "no"),
        ("yes", "no", "arguable"),
        ("borderline", "yes", "arguable"),
        ("borderline", "borderline", "arguable"),
        ("yes", "yes", "yes"),
    ],
)
def test_it_is_right_only_if_both_say_so(a: str, b: str, verdict: str) -> None:
    item = Answered("x-1", "x", "owner/name", "abc", "a.py", 1, "f", "error", a, b)

    assert item.verdict == verdict
