"""The study of many files: the same answers from here and from workers, whatever crashes."""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

import archlint
from archlint.model.facts.structure import Structure
from archlint.model.modules import Module, Unreadable
from archlint.sources.study import study
from archlint.sources.study.crew import answers
from archlint.sources.studying import FEW, study_all

MORTAL = """
import os, sys
sys.path.append(sys.argv[1])
from archlint.sources.study.answers import answer
from archlint.sources.study.worker import main

def study(path):
    if path.name.startswith("deadly"):
        os._exit(139)
    return answer(path)

main(study)
"""


def written(folder: Path, sources: dict[str, str]) -> tuple[Module, ...]:
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source)
    return tuple(Module(name, f"{name}.py") for name in sources)


def mortal_worker(folder: Path) -> Sequence[str]:
    """Return the command of a worker that dies of the files named deadly."""
    program = folder / "worker.txt"
    program.write_text(MORTAL)
    return (sys.executable, "-P", str(program), str(Path(archlint.__file__).parents[1]))


@pytest.mark.parametrize("count", [0, 3, FEW + 8])
def test_every_file_is_studied_as_if_alone(tmp_path: Path, count: int) -> None:
    sources = {f"m{n}": f"class A{n}:\n    b: int = {n}\n" for n in range(count)}

    structures, unreadable = study_all(tmp_path, written(tmp_path, sources), jobs=2)

    assert unreadable == ()
    assert structures == {name: study(source.encode()) for name, source in sources.items()}
    assert [*structures] == [*sources]


@pytest.mark.parametrize("count", [0, FEW])
def test_a_file_that_cannot_be_read_costs_no_other(tmp_path: Path, count: int) -> None:
    sources = {"broken": "print a\n"} | {f"m{n}": "a = 1\n" for n in range(count)}
    gone = Module("gone", "gone.py")

    structures, unreadable = study_all(tmp_path, [*written(tmp_path, sources), gone], jobs=2)

    assert len(structures) == count
    assert [each.module.name for each in unreadable] == ["broken", "gone"]
    assert unreadable[1] == Unreadable(gone, "cannot be read: No such file or directory")


def test_a_crash_costs_one_file(tmp_path: Path) -> None:
    sources = {f"{'deadly' if n % 5 == 2 else 'm'}{n}": f"a = {n}\n" for n in range(20)}
    paths = [tmp_path / module.path for module in written(tmp_path, sources)]

    found = [*answers(paths, 2, mortal_worker(tmp_path))]

    assert [bool(each.structure) for each in found] == [
        not name.startswith("d") for name in sources
    ]
    assert {each.reason for each in found if not each.structure} == {"the parser crashes on it"}


@pytest.mark.parametrize("command", [("/no/such/program",), (sys.executable, "-c", "pass")])
def test_files_are_studied_here_where_no_worker_starts(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    (module,) = written(tmp_path, {"m": "a = 1\n"})

    (found,) = answers([tmp_path / module.path], 1, command)

    assert found.structure == study(b"a = 1\n")


def test_a_module_that_bears_the_name_of_one_of_ours_does_not_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {"libcst": "raise SystemExit\n"} | {f"m{n}": "a = 1\n" for n in range(FEW)}
    modules = written(tmp_path, sources)
    monkeypatch.chdir(tmp_path)

    structures, unreadable = study_all(tmp_path, modules, jobs=1)

    assert (len(structures), unreadable) == (FEW + 1, ())


@pytest.mark.parametrize("count", [0, FEW])
def test_a_fault_of_our_own_names_the_file(tmp_path: Path, count: int) -> None:
    modules = written(tmp_path, {f"m{n}": "a = 1\n" for n in range(count)})
    impossible = Module("odd", "a\0b.py")

    with pytest.raises(RuntimeError) as caught:
        study_all(tmp_path, [*modules, impossible], jobs=2)

    assert caught.value.__notes__[0] == "while studying a\0b.py"
    assert "ValueError" in caught.value.__notes__[1]


def test_facts_come_back_from_storage_as_they_were() -> None:
    for path in sorted(Path(archlint.__file__).parent.rglob("*.py")):
        found = study(path.read_bytes())

        assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Structure) == found
