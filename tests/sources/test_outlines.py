"""The skim of many files: one bad file costs nothing but itself."""

import os
import sys
from pathlib import Path

import pytest

from archlint.model.modules import Module
from archlint.sources.outlines import read_outlines
from archlint.sources.skim import skim
from archlint.sources.skim.answers import Answer
from archlint.sources.skim.crew import COMMAND, answers
from tests.sources.trees import plant

FILES = {f"m{number}.py": f"import a{number}\n" for number in range(20)}
DIES_OF_M7 = (
    "from archlint.sources.skim import worker;"
    "skim = worker.answer;"
    "worker.answer = lambda p: worker.os._exit(1) if p.name == 'm7.py' else skim(p);"
    "worker.main()"
)


def modules_of(files: dict[str, str]) -> list[Module]:
    return [Module(path.removesuffix(".py"), path) for path in files]


def paths_in(folder: Path) -> list[Path]:
    return [folder / path for path in FILES]


@pytest.mark.parametrize("jobs", [1, 3])
def test_as_many_outlines_as_modules_come_back(tmp_path: Path, jobs: int) -> None:
    plant(tmp_path, FILES)

    found, unreadable = read_outlines(tmp_path, modules_of(FILES), jobs, few=0)

    assert unreadable == ()
    assert list(found) == [module.name for module in modules_of(FILES)]
    assert found["m3"] == skim(b"import a3\n")


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_cannot_be_read_do_not_stop_the_others(tmp_path: Path, jobs: int) -> None:
    files = {**FILES, "broken.py": "a = (\n", "gone.py": ""}
    plant(tmp_path, files)
    (tmp_path / "gone.py").unlink()

    found, unreadable = read_outlines(tmp_path, modules_of(files), jobs, few=0)

    assert set(found) == {module.name for module in modules_of(FILES)}
    assert [(u.module.path, u.reason, u.line, u.column) for u in unreadable] == [
        ("broken.py", "'(' was never closed", 1, 5),
        ("gone.py", "cannot be read: No such file or directory", 1, 1),
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    plant(tmp_path, FILES)
    (tmp_path / "m0.py").chmod(0)

    _, unreadable = read_outlines(tmp_path, modules_of(FILES), 1)

    assert [u.reason for u in unreadable] == ["cannot be read: Permission denied"]


def test_a_crash_costs_one_file(tmp_path: Path) -> None:
    plant(tmp_path, FILES)

    found = answers(paths_in(tmp_path), 2, (sys.executable, "-c", DIES_OF_M7))

    assert found[7] == Answer(reason="the parser crashes on it")
    assert all(told.outline for number, told in enumerate(found) if number != 7)


@pytest.mark.parametrize("command", [("no-such-program",), (sys.executable, "-c", "")])
def test_without_workers_the_files_are_skimmed_here(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    plant(tmp_path, FILES)

    found = answers(paths_in(tmp_path), 2, command)

    assert all(told.outline for told in found)


def test_a_module_of_the_project_cannot_stand_in_for_one_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, {**FILES, "msgspec.py": "raise SystemExit", "ast.py": "raise SystemExit"})
    monkeypatch.chdir(tmp_path)

    found = answers(paths_in(tmp_path), 1, COMMAND)

    assert all(told.outline for told in found)


def test_strange_texts_and_names_survive_the_way(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.py"))
    path.write_text("__all__ = ['\\ud800']\n")

    (found,) = answers([path], 1)

    assert found.outline == skim(path.read_bytes())
