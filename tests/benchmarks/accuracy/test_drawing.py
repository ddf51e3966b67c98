"""Which items readers get."""

from collections import Counter

from benchmarks.accuracy.sampling.candidates import FINDERS
from benchmarks.accuracy.sampling.drawing import draw, questions
from benchmarks.accuracy.sampling.reading import Harvest, Seen

RULE = "orm-in-core"


def harvest(name: str, told: int, near: int) -> Harvest:
    severities = ["error"] * told + [""] * near
    seen = (
        Seen(RULE, "a.py", number, f"f{number}", "layer core", severity)
        for number, severity in enumerate(severities, 1)
    )
    return Harvest(name, "abc", tuple(seen))


def test_no_project_has_more_than_five() -> None:
    drawn = draw([harvest("one", 30, 30), harvest("two", 30, 30)], RULE, "1")

    assert Counter(each.harvest.project for each in drawn) == {"one": 5, "two": 5}


def test_where_little_is_told_few_near_misses_are_drawn() -> None:
    drawn = draw([harvest(str(number), 0, 5) for number in range(20)], RULE, "1")

    assert len(drawn) == 6


def test_the_same_seed_draws_the_same() -> None:
    projects = [harvest(str(number), 9, 9) for number in range(9)]

    assert draw(projects, RULE, "1") == draw(projects, RULE, "1") != draw(projects, RULE, "2")


def test_each_rule_that_is_asked_about_has_a_place_to_look() -> None:
    assert questions().keys() == FINDERS.keys()
