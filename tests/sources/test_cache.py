"""The cache: what was read before is not read again, and nothing else changes."""

import os
from pathlib import Path

import pytest

from archlint.model.modules import Module
from archlint.sources.cache import shelf
from archlint.sources.cache.cache import Cache
from archlint.sources.cache.home import Home
from archlint.sources.crew.answers import Answer
from archlint.sources.crew.readers import SKIM, STUDY
from archlint.sources.crew.reading import Processes, read_all
from tests.sources.caching import EDITION, HOUR, project

FILES = {"a.py": "import x\n", "b.py": "import y\n", "broken.py": "print a\n"}


def segments(home: Home) -> list[Path]:
    return sorted(home.path.glob("*/*.facts"))


def test_what_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    first = blue.run()

    second = blue.run()

    assert blue.read == []
    assert second == first == blue.plain()


def test_a_file_that_was_only_touched_is_not_read_again(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.run()
    os.utime(blue.folder / "a.py", (1, 1))

    blue.run()

    assert blue.read == []


def test_a_renamed_file_is_not_read_again(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.run()
    (blue.folder / "a.py").rename(blue.folder / "c.py")

    facts, _ = blue.run()

    assert blue.read == []
    assert [*facts] == ["b", "c"]


def test_the_same_files_in_another_checkout_are_not_read_again(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.run()
    (tmp_path / "other").mkdir()
    green = project(tmp_path / "other", FILES)
    green.home = blue.home

    facts = green.run()

    assert green.read == []
    assert facts == green.plain()


def test_a_changed_file_alone_is_read_again(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.run()
    (blue.folder / "a.py").write_text("import changed\n")

    facts = blue.run()

    assert blue.read == [b"import changed\n"]
    assert facts == blue.plain()


def test_a_change_that_leaves_size_and_times_alone_is_seen(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.later = 0
    blue.run()
    before = (blue.folder / "a.py").stat()
    (blue.folder / "a.py").write_text("import z\n")
    os.utime(blue.folder / "a.py", ns=(before.st_atime_ns, before.st_mtime_ns))

    facts = blue.run()

    assert facts[0]["a"].imports[0].module == "z"


def test_a_file_that_changed_just_before_the_run_is_not_trusted(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    blue.later = 0

    blue.run()

    assert [file.read_bytes() for file in blue.home.path.glob("*.stamps")] in ([], [b"\x80"])


def test_two_modules_of_one_content_do_not_share_their_facts(tmp_path: Path) -> None:
    blue = project(tmp_path, {"a.py": "import x\n", "b.py": "import x\n"})
    blue.run()

    facts, _ = blue.run()

    assert facts["a"] == facts["b"]
    assert facts["a"] is not facts["b"]


def test_each_reader_has_a_shelf_of_its_own(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)

    for reader in (SKIM, STUDY, SKIM, STUDY):
        cache = Cache(blue.home, blue.folder, EDITION, HOUR)
        found = cache.read_all(blue.modules(), reader, Processes(1))
        assert found == read_all(blue.folder, blue.modules(), reader, Processes(1))

    assert [path.parent.name.partition("-")[0] for path in segments(blue.home)] == ["skim", "study"]


def test_a_file_that_is_gone_is_told_every_time(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    gone = Module("gone", "gone.py")

    for _ in range(2):
        cache = Cache(blue.home, blue.folder, EDITION, HOUR)
        _, unreadable = cache.read_all([gone, *blue.modules()], SKIM, Processes(1))
        assert [each.module.name for each in unreadable] == ["gone", "broken"]


def test_answers_that_do_not_follow_from_the_content_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blue = project(tmp_path, FILES)
    crash: Answer[object] = Answer(reason="the parser crashes on it")
    monkeypatch.setattr("archlint.sources.crew.reading.answer", lambda *_: crash)
    assert not blue.run()[0]
    monkeypatch.undo()

    assert blue.run() == blue.plain()


def test_many_segments_become_one(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    for number in range(shelf.MANY + 1):
        (blue.folder / "a.py").write_text(f"import a{number}\n")
        blue.run()

    assert len(segments(blue.home)) == 1
    assert blue.run() == blue.plain()
    assert blue.read == []


def test_what_nobody_uses_goes_first_when_there_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blue = project(tmp_path, FILES)
    monkeypatch.setattr(shelf, "MOST", 0)
    monkeypatch.setattr(shelf, "MANY", 0)
    blue.run()
    (blue.folder / "a.py").write_text("import changed\n")
    blue.run()
    blue.run()
    (blue.folder / "a.py").write_text(FILES["a.py"])

    blue.run()

    assert blue.read == [FILES["a.py"].encode()]


def test_what_is_in_use_is_written_anew_before_it_counts_as_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blue = project(tmp_path, FILES)
    blue.run()
    (before,) = segments(blue.home)
    monkeypatch.setattr(shelf, "today", lambda: 1_000_000)

    blue.run()

    assert blue.read == []
    assert segments(blue.home) != [before]
    assert blue.run() == blue.plain()


def test_facts_of_another_edition_are_given_up_after_long(tmp_path: Path) -> None:
    blue = project(tmp_path, FILES)
    young, old = blue.home.path / "skim-00000000000000aa", blue.home.path / "skim-00000000000000bb"
    for other in (young, old):
        other.mkdir()
    os.utime(old, (0, 0))

    blue.run()

    assert young.exists()
    assert not old.exists()
