"""What is counted, and how sure it is."""

import pytest

from benchmarks.accuracy.labels import Item
from benchmarks.accuracy.scores import Score, Share, kappa


def item(*, is_violation: bool, is_clear: bool) -> Item:
    return Item("anemic-entity", "a.py", 1, 9, "Order", is_violation, is_clear, "")


def test_what_is_borderline_is_neither_missed_nor_wrong() -> None:
    score = Score()

    score.add(item(is_violation=True, is_clear=False), is_told=False)
    score.add(item(is_violation=False, is_clear=False), is_told=True)

    assert (score.recall.whole, score.precision.whole) == (0, 0)


def test_a_borderline_violation_that_is_told_is_right() -> None:
    score = Score()

    score.add(item(is_violation=True, is_clear=False), is_told=True)

    assert score.precision == Share(1, 1)


def test_a_clear_violation_counts_for_both() -> None:
    score = Score()

    score.add(item(is_violation=True, is_clear=True), is_told=True)
    score.add(item(is_violation=True, is_clear=True), is_told=False)
    score.add(item(is_violation=False, is_clear=True), is_told=True)

    assert (score.precision, score.recall) == (Share(1, 2), Share(1, 2))


def test_nothing_of_nothing_has_no_share() -> None:
    assert str(Share(0, 0)) == "-"


@pytest.mark.parametrize(
    ("share", "interval"),
    [
        (Share(9, 10), (0.596, 0.982)),
        (Share(10, 10), (0.722, 1.0)),
        (Share(0, 10), (0.0, 0.278)),
    ],
)
def test_the_interval_is_that_of_the_tables(share: Share, interval: tuple[float, float]) -> None:
    assert share.interval() == pytest.approx(interval, abs=0.001)


def test_readers_who_say_one_thing_only_have_no_kappa() -> None:
    assert kappa([("yes", "yes")] * 3) is None


def test_agreement_by_chance_is_worth_nothing() -> None:
    pairs = [("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")]

    assert kappa(pairs) == 0


def test_kappa_is_that_of_the_textbook() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10
    pairs += [("no", "no")] * 15

    assert kappa(pairs) == pytest.approx(0.4)
