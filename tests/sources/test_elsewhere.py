"""Files that are read by an executor, and what happens where that fails."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from archlint.model.facts.outline import Outline
from archlint.model.modules import Module
from archlint.sources import elsewhere
from archlint.sources.crew.readers import SKIM
from archlint.sources.crew.reading import Processes, read_all
from archlint.sources.elsewhere import Elsewhere, StrangeEditionError, read_contents
from archlint.sources.facts import Facts
from tests.sources.trees import discovered

FILES = {
    **{f"m{number:03}.py": f"import a{number}\n" for number in range(3 * elsewhere.BATCH)},
    "broken.py": "def\n",
}
FEW = replace(SKIM, few=0)
Function = Callable[..., list[bytes]]
Answers = Future[list[bytes]]
Planted = tuple[Path, tuple[Module, ...]]


class Failing(Executor):
    """An executor whose workers have all gone away."""

    def submit(self, *_: object, **__: object) -> Answers:
        future: Answers = Future()
        future.set_exception(ConnectionError("the worker has gone"))
        return future


class Broken(Executor):
    """An executor that takes nothing any more."""

    def submit(self, *_: object, **__: object) -> Answers:
        raise RuntimeError("cannot schedule new futures")


class Confused(Executor):
    """An executor that gives the answers of one batch for another."""

    def submit(self, function: Function, /, *given: object, **_: object) -> Answers:
        *others, contents = given
        future: Answers = Future()
        future.set_result(function(*others, contents[::-1]))
        return future


class Strange(Executor):
    """An executor whose workers have another archlint."""

    def submit(self, function: Function, /, *given: object, **_: object) -> Answers:
        future: Answers = Future()
        try:
            function(given[0], "another edition", given[2])
        except StrangeEditionError as error:
            future.set_exception(error)
        return future


@pytest.fixture
def planted(tmp_path: Path) -> Planted:
    return tmp_path, discovered(tmp_path, FILES).modules


def _read(planted: Planted, workers: Elsewhere | Processes) -> Facts[Outline]:
    return read_all(*planted, FEW, workers)


def _elsewhere(executor: Executor) -> Elsewhere:
    return Elsewhere(executor, Processes(1))


def test_an_executor_finds_what_processes_find(
    planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "AHEAD", 1)
    with ThreadPoolExecutor(2) as executor:
        workers = _elsewhere(executor)
        found = _read(planted, workers)

    assert found == _read(planted, Processes(1))
    assert workers.failures == []


@pytest.mark.parametrize(
    ("executor", "reason"),
    [(Failing(), "the worker has gone"), (Broken(), "cannot schedule new futures")],
)
def test_what_an_executor_fails_at_is_read_here(
    planted: Planted, executor: Executor, reason: str
) -> None:
    workers = _elsewhere(executor)

    assert _read(planted, workers) == _read(planted, Processes(1))
    assert set(workers.failures) == {reason}


def test_answers_about_other_contents_are_not_believed(planted: Planted) -> None:
    assert _read(planted, _elsewhere(Confused())) == _read(planted, Processes(1))


def test_a_file_that_has_gone_is_told_as_it_is_here(planted: Planted) -> None:
    (planted[0] / "m001.py").unlink()

    with ThreadPoolExecutor(1) as executor:
        found = _read(planted, _elsewhere(executor))

    assert found == _read(planted, Processes(1))
    assert [each.module.path for each in found[1]] == ["broken.py", "m001.py"]


def test_workers_of_another_edition_are_refused(planted: Planted) -> None:
    with pytest.raises(StrangeEditionError, match="same versions"):
        _read(planted, _elsewhere(Strange()))


def test_a_worker_without_an_edition_reads_nothing() -> None:
    with pytest.raises(StrangeEditionError):
        read_contents("skim", None, [b"import a\n"])
