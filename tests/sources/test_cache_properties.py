"""Properties of the cache: cached, plain and parallel runs say the same, whatever happens."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.sources.crew.readers import SKIM
from archlint.sources.crew.reading import Processes, read_all
from tests.sources.caching import HOUR, Project, project

NAMES = [f"{name}.py" for name in "abcde"]
TEXTS = ["", "import a\n", "import b\n", "import cc\n", "print c\n", "class A: pass\n"]

names = st.sampled_from(NAMES)
texts = st.sampled_from(TEXTS)


class Step(Protocol):
    """Something that happens to the files of a project; `moment` grows from step to step."""

    def __call__(self, folder: Path, moment: int) -> None: ...


def writing(name: str, text: str) -> Step:
    def step(folder: Path, moment: int) -> None:
        (folder / name).write_text(text)
        os.utime(folder / name, (moment, moment))

    return step


def renaming(old: str, new: str) -> Step:
    def step(folder: Path, moment: int) -> None:  # noqa: ARG001 - a new name is no new time
        if (folder / old).exists():
            (folder / old).replace(folder / new)

    return step


def touching(name: str) -> Step:
    def step(folder: Path, moment: int) -> None:
        if (folder / name).exists():
            os.utime(folder / name, (moment, moment))

    return step


def removing(name: str) -> Step:
    def step(folder: Path, moment: int) -> None:  # noqa: ARG001 - it is gone
        (folder / name).unlink(missing_ok=True)

    return step


def sneaking(name: str, text: str) -> Step:
    """Change a file and set its time back, so that only the disk knows."""

    def step(folder: Path, moment: int) -> None:  # noqa: ARG001 - that is the point
        if (folder / name).exists():
            before = (folder / name).stat()
            (folder / name).write_text(text)
            os.utime(folder / name, ns=(before.st_atime_ns, before.st_mtime_ns))

    return step


honest = (
    st.builds(writing, names, texts)
    | st.builds(renaming, names, names)
    | st.builds(touching, names)
    | st.builds(removing, names)
)
any_step = honest | st.builds(sneaking, names, texts)


def agrees(blue: Project) -> bool:
    beside = read_all(blue.folder, blue.modules(), SKIM, Processes(1))
    return blue.run() == beside


@settings(max_examples=60, deadline=None)
@given(rounds=st.lists(st.lists(honest, max_size=4), max_size=5))
def test_runs_that_trust_stamps_say_what_a_plain_run_says(rounds: list[list[Step]]) -> None:
    assert all(_played(rounds, later=HOUR))


@settings(max_examples=60, deadline=None)
@given(rounds=st.lists(st.lists(any_step, max_size=4), max_size=5))
def test_a_change_just_after_a_run_is_seen_whatever_its_stamp(rounds: list[list[Step]]) -> None:
    assert all(_played(rounds, later=0))


def _played(rounds: list[list[Step]], later: int) -> list[bool]:
    with TemporaryDirectory() as place:
        blue = project(Path(place), {"a.py": "import a\n", "b.py": "import b\n"})
        blue.later = later
        told = [agrees(blue)]
        moment = 1_000_000_000
        for steps in rounds:
            for step in steps:
                moment += 1
                step(blue.folder, moment)
            told.append(agrees(blue))
        return told


def test_workers_beside_and_a_cache_say_what_is_said_here(tmp_path: Path) -> None:
    blue = project(tmp_path, dict(zip(NAMES, TEXTS, strict=False)))
    beside = read_all(blue.folder, blue.modules(), replace(SKIM, few=0, batch=2), Processes(3))

    assert blue.run() == blue.run() == beside == blue.plain()
