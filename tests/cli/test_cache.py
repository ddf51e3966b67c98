"""The cache as the user of the command line sees it."""

from pathlib import Path

import pytest

from tests.cli.running import run, run_apart

CACHE = ".archlint_cache"
UNTOUCHED = """
import sys
from archlint.cli.main import main

status = main(["check", "--output-format", "concise"])
heavy = {"grimp", "importlinter", "libcst", "rich", "tomlkit"}.intersection(sys.modules)
heavy |= {"archlint.checks", "archlint.model.codebase"}.intersection(sys.modules)
sys.exit(f"{status} {sorted(heavy)}" if heavy or status != 1 else 0)
"""


def test_without_a_cache_nothing_is_kept(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--no-cache")

    assert not (kept / CACHE).exists()


def test_the_cache_is_hidden_from_git_and_marked_as_one(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys)

    assert (kept / CACHE / ".gitignore").read_text() == "*\n"
    assert (kept / CACHE / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172")


def test_a_second_run_says_the_same(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = run(capsys, "--no-cache", "--output-format", "json")

    first, second = (run(capsys, "--output-format", "json") for _ in range(2))

    assert (broken / CACHE).is_dir()
    assert first == second == plain


def test_the_cache_may_be_elsewhere(
    kept: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("caches") / "deep" / "cache"

    run(capsys, "--cache-dir", str(elsewhere))

    assert (elsewhere / "CACHEDIR.TAG").is_file()
    assert not (kept / CACHE).exists()


def test_the_environment_may_name_the_cache(
    kept: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    elsewhere = tmp_path_factory.mktemp("caches") / "cache"
    monkeypatch.setenv("ARCHLINT_CACHE_DIR", str(elsewhere))

    run(capsys)

    assert run(capsys, "cache", "info").out.startswith(f"{elsewhere}\n")
    assert not (kept / CACHE).exists()


def test_a_folder_that_holds_other_things_is_not_hidden_from_git(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "--cache-dir", str(kept))

    assert not (kept / ".gitignore").exists()


def test_with_everything_kept_nothing_heavy_is_imported(broken: Path) -> None:
    run_apart(broken, "-m", "archlint")

    second = run_apart(broken, "-c", UNTOUCHED)

    assert second.returncode == 0


def test_info_tells_where_the_cache_is_and_what_it_holds(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "cache", "info").out == f"{kept / CACHE}\nempty\n"

    run(capsys)

    told = run(capsys, "cache", "info").out.splitlines()
    assert [line.partition(",")[0] for line in told[1:]] == [
        "audits: 1 content",
        "censuses: 1 content",
        "skim: 2 contents",
        "study: 2 contents",
    ]


def test_info_tells_why_a_cache_is_not_used(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kept / CACHE).symlink_to(kept)

    assert run(capsys, "cache", "info").out == f"{kept / CACHE}\nnot used: it is a link\n"
    assert "left alone" in run(capsys, "cache", "clean").out


def test_clean_leaves_nothing(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys)

    found = run(capsys, "cache", "clean")

    assert found.status == 0
    assert not (kept / CACHE).exists()


def test_clean_leaves_what_is_not_of_the_cache(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys)
    (kept / CACHE / "notes.txt").write_text("mine")

    run(capsys, "cache", "clean")

    assert [path.name for path in (kept / CACHE).iterdir()] == ["notes.txt"]
