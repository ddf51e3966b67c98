"""Tables of what was measured."""

from collections.abc import Iterator, Mapping

from benchmarks.accuracy.contest import Standing
from benchmarks.accuracy.groups import GROUPS

_HEAD = "clear found | borderline found | wrong | clear missed | precision | recall | unlabelled"
_RULE = "|---|---|---|---|---|---|---|---|"


def table(standing: Standing) -> Iterator[str]:
    """Yield the figures of one contestant by group."""
    yield f"| labels | {_HEAD} |"
    yield _RULE
    for group in GROUPS:
        yield _row(group.name, standing, group.name)


def beside(standings: Mapping[str, Standing]) -> Iterator[str]:
    """Yield the figures of several contestants, of the groups in which they tell anything."""
    for group in GROUPS:
        told = {name: each for name, each in standings.items() if _speaks(each, group.name)}
        if told:
            yield ""
            yield f"| {group.name} | {_HEAD} |"
            yield _RULE
            for name, standing in told.items():
                yield _row(name, standing, group.name)


def _speaks(standing: Standing, group: str) -> bool:
    score = standing.scores[group]
    return bool(score.found + score.found_borderline + score.wrong + score.unlabelled)


def _row(title: str, standing: Standing, group: str) -> str:
    score = standing.scores[group]
    cells = (
        *(title, score.found, score.found_borderline, score.wrong, score.missed),
        *(score.precision, score.recall, score.unlabelled),
    )
    return f"| {' | '.join(map(str, cells))} |"
