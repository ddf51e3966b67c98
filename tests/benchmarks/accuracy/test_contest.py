"""What is told, held against labels."""

from pathlib import Path

from benchmarks.accuracy.contest import Standing, Subject, Told
from benchmarks.accuracy.labels import Item, Project
from benchmarks.accuracy.scores import Score

GROUP = "fat controllers"


def item(rule: str, symbol: str, lines: tuple[int, int]) -> Item:
    return Item(rule, "web.py", *lines, symbol, rule == "fat-controller", is_clear=True, why="")


def score(items: tuple[Item, ...], *told: Told) -> Score:
    standing = Standing()
    subject = Subject(Project("owner__name", "abc", ".", (), items), Path())
    standing.add(subject, told)
    return standing.scores[GROUP]


def test_a_finding_beside_all_labels_is_not_judged() -> None:
    found = score((item("thin-controller", "show", (5, 9)),), Told(GROUP, "web.py", 11, "fat"))

    assert (found.wrong, found.unlabelled) == (0, 1)


def test_a_finding_in_favour_is_no_mistake_on_what_is_clean() -> None:
    told = Told(GROUP, "web.py", 6, "long", in_favour=True)

    found = score((item("thin-controller", "show", (5, 9)),), told)

    assert (found.wrong, found.left) == (0, 1)


def test_a_finding_in_favour_finds_a_violation() -> None:
    told = Told(GROUP, "web.py", 6, "long", in_favour=True)

    found = score((item("fat-controller", "show", (5, 9)),), told)

    assert found.found == 1


def test_a_clean_module_yields_to_what_is_labelled_in_it() -> None:
    items = (
        item("thin-controller", "<module>", (1, 99)),
        item("fat-controller", "show", (5, 9)),
    )

    found = score(items, Told(GROUP, "web.py", 6, "fat"))

    assert (found.found, found.wrong) == (1, 0)


def test_the_narrowest_item_is_meant() -> None:
    items = (
        item("thin-controller", "Orders", (1, 50)),
        item("fat-controller", "Orders.post", (5, 9)),
    )

    found = score(items, Told(GROUP, "web.py", 6, "fat"))

    assert (found.found, found.wrong) == (1, 0)


def test_what_is_told_twice_counts_once() -> None:
    told = (Told(GROUP, "web.py", 6, "fat"), Told(GROUP, "web.py", 7, "long"))

    found = score((item("fat-controller", "show", (5, 9)),), *told)

    assert found.found == 1
