"""The crew: the same answers from here and from workers, whatever crashes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

import archlint
from archlint.model.facts.outline import Outline
from archlint.model.modules import Module, Unreadable
from archlint.sources.crew.answers import Answer
from archlint.sources.crew.crew import COMMAND, Standing, _Crew, told
from archlint.sources.crew.packing import unpacking
from archlint.sources.crew.readers import READERS, SKIM, Reader
from archlint.sources.crew.reading import Processes, read_all
from archlint.sources.skim import skim
from tests.sources.trees import plant

AnyReader = Reader[Any]

FILES = {f"m{number}.py": f"import a{number}\n" for number in range(20)}

HERE = {name: replace(reader, few=len(FILES) + 2) for name, reader in READERS.items()}
BESIDE = {name: replace(reader, few=0) for name, reader in READERS.items()}
EVERYWHERE = [
    *(pytest.param(reader, id=f"{name} here") for name, reader in HERE.items()),
    *(pytest.param(reader, id=f"{name} beside") for name, reader in BESIDE.items()),
]

MORTAL = """
import os, sys
sys.path.append(sys.argv[1])
from archlint.sources.crew.readers import READERS
from archlint.sources.crew.worker import work

read = READERS[sys.argv[2]].load()
work(lambda source: os._exit(139) if source.startswith(b"deadly") else read(source))
"""
MORTAL_WORKER = (sys.executable, "-P", "-c", MORTAL, str(Path(archlint.__file__).parents[1]))
"""Dies of a file that starts with the word deadly."""


def broken(_content: bytes) -> Answer[Outline]:
    raise ValueError("broken")


def said(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603
    return done.stdout.strip()


FAILING = MORTAL.replace("os._exit(139)", "sys.exit(1)")
FAILING_WORKER = (*MORTAL_WORKER[:3], FAILING, MORTAL_WORKER[4])
"""Ends by an exception that nobody foresaw."""

UNSENDABLE = "from archlint.sources.crew.worker import work; work(lambda source: chr(0xD800))"
UNSENDABLE_WORKER = (sys.executable, "-c", UNSENDABLE)

INTERRUPTING = """
import os, signal, sys
from pathlib import Path
from typing import Any
from archlint.sources.crew.worker import work
from archlint.sources.skim import skim

def read(source):
    if source == b"interrupt":
        os.kill(os.getppid(), signal.SIGINT)
    return skim(source)

Path(sys.argv[1], str(os.getpid())).touch()
work(read)
"""


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def modules_of(files: dict[str, str]) -> list[Module]:
    return [Module(path.removesuffix(".py"), path) for path in files]


def paths_in(folder: Path, files: dict[str, str]) -> list[str]:
    plant(folder, files)
    return [str(folder / path) for path in files]


def answers(
    paths: list[str], reader: Reader[Any], jobs: int, command: Sequence[str] = COMMAND
) -> list[Answer[Any]]:
    return [each.answer for each in told(paths, reader, jobs, command)]


@pytest.mark.parametrize("reader", EVERYWHERE)
@pytest.mark.parametrize("jobs", [1, 3])
def test_every_file_is_read_as_if_alone(tmp_path: Path, reader: AnyReader, jobs: int) -> None:
    plant(tmp_path, FILES)

    facts, unreadable = read_all(tmp_path, modules_of(FILES), reader, Processes(jobs))

    read = reader.load()
    assert unreadable == ()
    assert facts == {path.removesuffix(".py"): read(FILES[path].encode()) for path in FILES}
    assert [*facts] == [module.name for module in modules_of(FILES)]


@pytest.mark.parametrize("reader", EVERYWHERE)
def test_no_files_are_no_facts(tmp_path: Path, reader: AnyReader) -> None:
    assert read_all(tmp_path, [], reader, Processes(2)) == ({}, ())


@pytest.mark.parametrize("reader", EVERYWHERE)
def test_a_file_that_cannot_be_read_costs_no_other(tmp_path: Path, reader: AnyReader) -> None:
    files = {"broken.py": "print a\n", **FILES}
    gone = Module("gone", "gone.py")
    plant(tmp_path, files)

    facts, unreadable = read_all(tmp_path, [*modules_of(files), gone], reader, Processes(2))

    assert [*facts] == [module.name for module in modules_of(FILES)]
    assert [each.module.name for each in unreadable] == ["broken", "gone"]
    assert unreadable[1] == Unreadable(gone, "cannot be read: No such file or directory")


@pytest.mark.parametrize("reader", [HERE["skim"], BESIDE["skim"]])
def test_the_place_of_a_syntax_error_comes_back(tmp_path: Path, reader: Reader[Outline]) -> None:
    plant(tmp_path, {"broken.py": "\na = (\n"})
    module = Module("broken", "broken.py")

    _, unreadable = read_all(tmp_path, [module], reader, Processes(1))

    assert unreadable == (Unreadable(module, "'(' was never closed", 2, 5),)


@pytest.mark.parametrize("reader", EVERYWHERE)
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, reader: AnyReader) -> None:
    plant(tmp_path, FILES)
    (tmp_path / "m0.py").chmod(0)

    _, unreadable = read_all(tmp_path, modules_of(FILES), reader, Processes(1))

    assert [u.reason for u in unreadable] == ["cannot be read: Permission denied"]


def test_workers_that_stay_read_what_has_changed_meanwhile(tmp_path: Path) -> None:
    plant(tmp_path, FILES)
    standing = Standing(2)
    before, _ = read_all(tmp_path, modules_of(FILES), BESIDE["skim"], standing)
    plant(tmp_path, {"m0.py": "import other\n"})

    now = read_all(tmp_path, modules_of(FILES), BESIDE["skim"], standing)
    standing.dismiss()

    assert before["m0"] != now[0]["m0"]
    assert now == read_all(tmp_path, modules_of(FILES), BESIDE["skim"], Processes(1))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_crash_costs_one_file(tmp_path: Path, reader: AnyReader) -> None:
    files = {path: "deadly = 1" if n % 5 == 2 else "a = 1" for n, path in enumerate(FILES)}

    found = answers(paths_in(tmp_path, files), reader, 2, MORTAL_WORKER)

    assert [not each.fact for each in found] == [n % 5 == 2 for n in range(len(FILES))]
    assert {each.reason for each in found if not each.fact} == {"the parser crashes on it"}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_worker_that_fails_by_itself_is_no_reason_against_a_file(
    tmp_path: Path, reader: AnyReader
) -> None:
    files = dict.fromkeys(FILES, "deadly = 1")

    found = answers(paths_in(tmp_path, files), reader, 2, FAILING_WORKER)

    assert all(each.fact for each in found)


def test_an_answer_that_cannot_be_unpacked_leaves_none_for_other_files(tmp_path: Path) -> None:
    first, *others = paths_in(tmp_path, FILES)
    unpackers = chain([broken], repeat(unpacking(SKIM)))

    def unpacked(content: bytes) -> Answer[Outline]:
        return next(unpackers)(content)

    crew = _Crew([*COMMAND, SKIM.name], 1, unpacked)
    with pytest.raises(ValueError, match="broken"):
        crew.told([first, *others])

    found = crew.told(others)
    crew.dismiss()

    read = [skim(Path(path).read_bytes()) for path in others]
    assert [each.answer.fact if each else None for each in found] == read


def test_a_worker_comes_out_of_the_archlint_that_asks(tmp_path: Path) -> None:
    copy = tmp_path / "archlint"
    shutil.copytree(Path(archlint.__file__).parent, copy, ignore=shutil.ignore_patterns("*.pyc"))
    with (copy / "sources" / "crew" / "worker.py").open("a") as worker:
        worker.write("def main():\n    print(__file__)\n")
    program = "from archlint.sources.crew.crew import COMMAND; print(*COMMAND, sep='\\n')"

    asked = said([sys.executable, "-c", program], tmp_path)

    assert said(asked.split("\n"), tmp_path) == str(copy / "sources" / "crew" / "worker.py")


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("command", [("/no/such/program",), (sys.executable, "-c", "pass")])
def test_files_are_read_here_where_no_worker_starts(
    tmp_path: Path, reader: AnyReader, command: Sequence[str]
) -> None:
    found = answers(paths_in(tmp_path, FILES), reader, 2, command)

    read: Callable[[bytes], object] = reader.load()
    assert [each.fact for each in found] == [read(text.encode()) for text in FILES.values()]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_module_that_bears_the_name_of_one_of_ours_does_not_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: AnyReader
) -> None:
    paths = paths_in(tmp_path, dict.fromkeys(["ast.py", "libcst.py", "msgspec.py"], "raise A"))
    monkeypatch.chdir(tmp_path)

    found = answers(paths, reader, 1)

    assert all(each.fact for each in found)


def test_strange_texts_and_names_survive_the_way(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.py"))
    path.write_text("__all__ = ['\\ud800']\n")

    (found,) = answers([str(path)], SKIM, 1)

    assert found.fact == skim(path.read_bytes())


@pytest.mark.parametrize("reader", EVERYWHERE)
def test_a_fault_of_our_own_names_the_file(tmp_path: Path, reader: AnyReader) -> None:
    plant(tmp_path, FILES)
    impossible = Module("odd", "a\0b.py")

    with pytest.raises(RuntimeError) as caught:
        read_all(tmp_path, [*modules_of(FILES), impossible], reader, Processes(2))

    assert caught.value.__notes__[0] == f"in the {reader.name} of a\0b.py"
    assert "ValueError" in caught.value.__notes__[1]


def test_a_fact_that_cannot_be_sent_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    (found,) = answers(paths_in(tmp_path, {"m.py": ""}), SKIM, 1, UNSENDABLE_WORKER)

    assert "UnicodeEncodeError" in found.fault


def test_whoever_only_skims_does_not_wait_for_libcst() -> None:
    program = (
        "import sys; from archlint.sources.crew import crew, worker;"
        "[*crew.told([], worker.READERS['skim'], 1)]; worker.READERS['skim'].load();"
        "sys.exit('libcst' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603


@pytest.mark.skipif(sys.platform == "win32", reason="signals between processes are of POSIX")
def test_nobody_works_on_after_an_interruption(tmp_path: Path) -> None:
    (tmp_path / "pids").mkdir()
    files = {**FILES, "m7.py": "interrupt"}
    command = (sys.executable, "-c", INTERRUPTING, str(tmp_path / "pids"))

    with pytest.raises(KeyboardInterrupt):
        answers(paths_in(tmp_path, files), SKIM, 2, command)

    pids = [int(file.name) for file in (tmp_path / "pids").iterdir()]
    assert pids
    assert not any(map(is_alive, pids))
