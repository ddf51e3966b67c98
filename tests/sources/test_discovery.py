"""Discovery: which files are the project's own."""

import os
from pathlib import Path

import pytest

from archlint.sources.discovery import discover, tree_below
from tests.sources.trees import TESTS, discovered, paths_of, plant


@pytest.mark.parametrize(
    "path",
    [
        ".venv/a.py",
        ".tox/py/a.py",
        ".hidden/a.py",
        "venv/a.py",
        "node_modules/a/b.py",
        "__pycache__/a.py",
        "lib/site-packages/a.py",
        "a.egg-info/b.py",
        "{{cookiecutter.name}}/a.py",
        "a_pb2.py",
        "a_pb2_grpc.py",
        ".a.py",
        "a.pyi",
        "a.pyc",
        "a.py/b.txt",
        "orders/migrations/0001_initial.py",
    ],
)
def test_foreign_files_are_no_modules(tmp_path: Path, path: str) -> None:
    assert paths_of(tmp_path, ["own.py", path]) == ["own.py"]


def test_a_virtual_environment_goes_by_any_name(tmp_path: Path) -> None:
    assert paths_of(tmp_path, ["own.py", "env/pyvenv.cfg", "env/a.py"]) == ["own.py"]


def test_revisions_of_alembic_are_left_out_and_its_environment_is_not(tmp_path: Path) -> None:
    files = ["db/env.py", "db/versions/a.py", "api/versions/v1.py"]

    assert paths_of(tmp_path, files) == ["api/versions/v1.py", "db/env.py"]


def test_a_package_called_migrations_may_be_written_by_hand(tmp_path: Path) -> None:
    assert paths_of(tmp_path, ["services/migrations/nextcloud.py"]) != []


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    files = {
        ".gitignore": "build/\nlocal_*.py\n/generated\n*.py[cod]\n",
        "build/a.py": "",
        "deep/build/b.py": "",
        "deep/local_c.py": "",
        "generated/d.py": "",
        "deep/generated/e.py": "",
    }

    assert paths_of(tmp_path, files) == ["deep/generated/e.py"]


def test_an_inner_gitignore_overrules_an_outer_one(tmp_path: Path) -> None:
    files = {
        ".gitignore": "a*.py\n",
        "inner/.gitignore": "!a1.py\nb.py\n",
        "a1.py": "",
        "b.py": "",
        "inner/a1.py": "",
        "inner/a2.py": "",
        "inner/b.py": "",
        "inner/deep/b.py": "",
    }

    assert paths_of(tmp_path, files) == ["b.py", "inner/a1.py"]


def test_a_folder_that_is_wanted_after_all_is_read(tmp_path: Path) -> None:
    files = {
        ".gitignore": "plugins/*\n!plugins/own/\n!plugins/*.py\n",
        "plugins/a.py": "",
        "plugins/own/b.py": "",
        "plugins/other/c.py": "",
    }

    assert paths_of(tmp_path, files) == ["plugins/a.py", "plugins/own/b.py"]


def test_the_gitignore_above_counts_within_a_repository(tmp_path: Path) -> None:
    plant(tmp_path, {".git/HEAD": "", ".gitignore": "/app/a.py\nb.py\n"})

    found = paths_of(tmp_path / "app", ["a.py", "b.py", "c.py"])

    assert found == ["c.py"]


def test_the_gitignore_above_does_not_count_outside_a_repository(tmp_path: Path) -> None:
    plant(tmp_path, {".gitignore": "b.py\n"})

    assert paths_of(tmp_path / "app", ["b.py"]) == ["b.py"]


def test_a_folder_that_its_repository_ignores_can_be_looked_at(tmp_path: Path) -> None:
    plant(tmp_path, {".git/HEAD": "", ".gitignore": "app/\n"})

    assert paths_of(tmp_path / "app", ["a.py"]) == ["a.py"]


def test_a_gitignore_that_git_could_not_read_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"\xef\xbb\xbfa.py\n!\n\xff\n***b\n[\n")

    assert paths_of(tmp_path, ["a.py", "c.py"]) == ["c.py"]


@pytest.mark.parametrize("pattern", ["a.py", "deep", "deep/", "deep/**", "**/a.py", "deep/*.py"])
def test_the_settings_exclude_like_a_gitignore(tmp_path: Path, pattern: str) -> None:
    assert paths_of(tmp_path, ["b.py", "deep/a.py"], exclude=(pattern,)) == ["b.py"]


def test_test_code_is_told_apart(tmp_path: Path) -> None:
    tests = [
        "app/tests.py",
        "app/tests/a.py",
        "conftest.py",
        "deep/test_a.py",
        "deep/a_test.py",
        "test/deep/a.py",
    ]

    found = discovered(tmp_path, [*tests, "app/testing.py", "app/contest.py"])

    assert [m.path for m in found.tests] == sorted(tests)
    assert [m.path for m in found.modules] == ["app/contest.py", "app/testing.py"]


def test_a_pattern_with_a_slash_starts_at_the_settings(tmp_path: Path) -> None:
    plant(tmp_path, ["checks/a.py", "app/checks/b.py"])

    found = discover(tmp_path, tree_below(tmp_path, ()), None, ("./checks/",))

    assert [m.path for m in found.tests] == ["checks/a.py"]


def test_an_empty_folder_has_no_modules(tmp_path: Path) -> None:
    assert discover(tmp_path, tree_below(tmp_path, ()), None, TESTS).modules == ()


def test_a_folder_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    found = discover(tmp_path / "nowhere", tree_below(tmp_path / "nowhere", ()), None, TESTS)

    assert [(u.module.path, u.reason) for u in found.unreadable] == [
        (".", "No such file or directory")
    ]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    plant(tmp_path, ["a/b.py"])
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    (tmp_path / "broken.py").symlink_to(tmp_path / "nothing.py")
    (tmp_path / "round.py").symlink_to(tmp_path / "round.py")

    assert paths_of(tmp_path, []) == ["a/b.py"]


def test_a_file_has_one_path_even_if_links_lead_to_it(tmp_path: Path) -> None:
    plant(tmp_path, ["z/own.py"])
    (tmp_path / "a").symlink_to(tmp_path / "z")
    (tmp_path / "b.py").symlink_to(tmp_path / "z" / "own.py")

    assert paths_of(tmp_path, []) == ["z/own.py"]


def test_a_link_is_followed_to_what_has_no_other_path(tmp_path: Path) -> None:
    plant(tmp_path, [".parts/a.py", "app/b.py"])
    (tmp_path / "parts").symlink_to(tmp_path / ".parts")

    assert paths_of(tmp_path, []) == ["app/b.py", "parts/a.py"]


def test_no_link_leads_out_of_the_tree(tmp_path: Path) -> None:
    plant(tmp_path, ["elsewhere/a.py", "project/b.py"])
    (tmp_path / "project" / "out").symlink_to(tmp_path / "elsewhere")

    assert paths_of(tmp_path / "project", []) == ["b.py"]


def test_hostile_names_do_no_harm(tmp_path: Path) -> None:
    names = [b"new\nline.py", b"\xff\xfe.py", b"a b.py", b"[!].py", "é.py".encode(), b"a.b.py"]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"import a")

    found = discover(tmp_path, tree_below(tmp_path, ()), None, TESTS)

    assert sorted(os.fsencode(m.path) for m in found.modules) == sorted(names)


def test_something_else_than_a_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")

    assert paths_of(tmp_path, ["a.py"]) == ["a.py"]
