"""A cache that is damaged, hostile, full, shared or out of reach costs time and nothing else."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.sources.cache.files import UNFINISHED
from archlint.sources.cache.home import Home
from archlint.sources.crew.reading import Processes
from archlint.sources.disk import Disk
from archlint.sources.facts import Discovered
from tests.sources.caching import Project, project

FILES = {"a.py": "import x\n", "b.py": "import y, z\n", "broken.py": "print a\n"}
LIMITED = """
import resource, sys
from pathlib import Path
from tempfile import TemporaryDirectory
from archlint.sources.cache.home import Home
from archlint.sources.crew.reading import Processes
from archlint.sources.disk import Disk

resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
folder = Path(sys.argv[1])
disk = Disk(folder, Processes(1), Home(folder / "cache"))
found, _ = disk.outlines(disk.discover(("",), (), ()).modules)
print(*found)
"""


@pytest.fixture
def blue(tmp_path: Path) -> Project:
    blue = project(tmp_path, FILES)
    blue.run()
    return blue


def files_of(home: Home) -> list[Path]:
    return sorted(path for path in home.path.rglob("*") if path.suffix in {".facts", ".stamps"})


def found_on_disk(folder: Path, home: Home | None) -> tuple[Discovered, list[str]]:
    disk = Disk(folder, Processes(1), home)
    found = disk.discover(("",), (), ())
    return found, [*disk.outlines(found.modules)[0]]


@st.composite
def damages(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Return what cuts a content, changes some bytes of it, or puts another in its place."""
    position = draw(st.integers(0, 2000))
    other = draw(st.binary(max_size=60))
    return draw(
        st.sampled_from(
            [
                lambda content: content[: position % len(content)],
                lambda content: content[position % len(content) :],
                lambda content: (
                    content[: position % len(content)]
                    + other[:3]
                    + content[position % len(content) + len(other[:3]) :]
                ),
                lambda _: other,
            ]
        )
    )


@settings(max_examples=150, deadline=None)
@given(suffix=st.sampled_from([".facts", ".stamps"]), damage=damages())
def test_whatever_is_in_the_cache_the_facts_are_those_of_the_files(
    suffix: str, damage: Callable[[bytes], bytes]
) -> None:
    with TemporaryDirectory() as place:
        blue = project(Path(place), FILES)
        blue.run()
        (file,) = (file for file in files_of(blue.home) if file.suffix == suffix)
        file.write_bytes(damage(file.read_bytes()))

        found, again, last = blue.run(), blue.run(), blue.run()

        assert found == again == last == blue.plain()
        assert blue.read == []


@pytest.mark.parametrize("suffix", [".facts", ".stamps"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are of POSIX")
def test_a_pipe_in_the_cache_stops_nobody(blue: Project, suffix: str) -> None:
    for file in files_of(blue.home):
        if file.suffix == suffix:
            file.unlink()
            os.mkfifo(file)

    assert blue.run() == blue.plain()


def test_links_in_the_cache_are_not_followed(blue: Project, tmp_path: Path) -> None:
    (file,) = blue.home.path.glob("*/*.facts")
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")

    assert blue.run() == blue.plain()
    assert len(blue.read) == len(FILES)


def test_a_cache_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    (tmp_path / "elsewhere").mkdir()
    (blue.folder / "linked").symlink_to(tmp_path / "elsewhere")

    assert found_on_disk(blue.folder, Home(blue.folder / "linked")) == found_on_disk(
        blue.folder, None
    )
    assert not [*(tmp_path / "elsewhere").iterdir()]


def test_a_cache_that_somebody_named_may_be_a_link(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "elsewhere")

    found_on_disk(blue.folder, Home(tmp_path / "linked", is_named=True))

    assert [*(tmp_path / "elsewhere").iterdir()]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give")
def test_a_cache_of_somebody_else_is_used_only_where_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir()
    os.chown(tmp_path / "cache", 12345, 12345)

    assert not Home(tmp_path / "cache").is_ready()
    assert Home(tmp_path / "cache", is_named=True).is_ready()


def test_a_cache_that_cannot_be_made_costs_nothing(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    (tmp_path / "file").write_text("")

    nowhere = Home(tmp_path / "file" / "cache")

    assert found_on_disk(blue.folder, nowhere) == found_on_disk(blue.folder, None)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are of POSIX")
def test_a_full_disk_costs_nothing(tmp_path: Path) -> None:
    blue = project(tmp_path, {f"m{number}.py": "import a\n" for number in range(5)})

    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LIMITED, str(blue.folder)],
        check=True,
        capture_output=True,
        text=True,
    )

    assert told.stdout == "m0 m1 m2 m3 m4\n"
    assert files_of(Home(blue.folder / "cache")) == []
    assert not [*blue.folder.rglob(f"*{UNFINISHED}")]


def test_what_a_killed_run_left_is_removed_when_it_is_old(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.run()
    (shelf,) = blue.home.shelves()
    young, old = shelf / f"0{UNFINISHED}", shelf / f"1{UNFINISHED}"
    young.write_bytes(b"")
    old.write_bytes(b"")
    os.utime(old, (0, 0))
    (blue.folder / "a.py").write_text("import changed\n")

    blue.run()

    assert young.exists()
    assert not old.exists()


def test_runs_at_the_same_time_do_not_disturb_one_another(tmp_path: Path) -> None:
    runs = 24
    files = {f"m{number}.py": f"import a{number}\n" for number in range(20)}
    blue = project(tmp_path, files)
    expected = blue.plain()

    def run(number: int) -> bool:
        other = Project(blue.folder, blue.home)
        (blue.folder / f"own{number}.txt").write_text("")
        return other.run() == expected

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(run, range(runs)))


def test_an_interruption_keeps_what_was_read(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)

    class Interrupting(list[bytes]):
        def append(self, source: bytes) -> None:
            if source == FILES["b.py"].encode():
                raise KeyboardInterrupt
            super().append(source)

    blue.read = Interrupting()
    with pytest.raises(KeyboardInterrupt):
        blue.run()
    blue.read = []

    blue.run()

    assert FILES["a.py"].encode() not in blue.read
    assert FILES["b.py"].encode() in blue.read
