"""The files of a commit, laid out as they were."""

from pathlib import Path

import pytest

from archlint.sources.git.repository import Repository
from archlint.sources.git.trees import lay_out
from tests.baseline.gitting import commit, git, repository
from tests.cli.running import write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return repository(write(tmp_path / "project", {"shop/order.py": "A = 1\n", "notes.txt": "x"}))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "then"
    folder.mkdir()
    return folder


def laid_out(project: Path, target: Path, commit: str = "HEAD") -> dict[str, str]:
    lay_out(project, commit, target, lambda path: path.endswith(".py"))
    found = (path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_text() for path in found}


def test_what_is_not_wanted_is_left_out(project: Path, target: Path) -> None:
    assert laid_out(project, target) == {"shop/order.py": "A = 1\n"}


def test_it_is_as_it_was_and_not_as_it_is(project: Path, target: Path) -> None:
    write(project, {"shop/order.py": "A = 2\n"})
    commit(project)
    write(project, {"shop/order.py": "A = 3\n", "shop/new.py": ""})

    assert laid_out(project, target, "HEAD~1") == {"shop/order.py": "A = 1\n"}


def test_no_attribute_of_an_archive_is_heard(project: Path, target: Path) -> None:
    write(project, {".gitattributes": "order.py export-ignore\n"})
    commit(project)

    assert "shop/order.py" in laid_out(project, target)


def test_only_what_lies_below_the_folder_is_laid_out(project: Path, target: Path) -> None:
    assert laid_out(project / "shop", target) == {"order.py": "A = 1\n"}


def test_names_and_contents_may_be_anything(project: Path, target: Path) -> None:
    odd = {'a "b" \\c\n.py': "", "größe.py": "# ö\n", "empty.py": "", " .py": "x = 1"}
    write(project, odd)
    commit(project)

    assert laid_out(project, target) == {**odd, "shop/order.py": "A = 1\n"}


def test_a_link_stays_a_link_and_nothing_is_written_through_it(
    project: Path, target: Path, tmp_path: Path
) -> None:
    (project / "link.py").symlink_to("shop/order.py")
    (project / "outside.py").symlink_to(tmp_path / "secret.py")
    commit(project)

    found = laid_out(project, target)

    assert (target / "link.py").is_symlink()
    assert found["link.py"] == "A = 1\n"
    assert not (tmp_path / "secret.py").exists()


def test_a_tree_made_on_purpose_reaches_no_other_folder(
    project: Path, target: Path, tmp_path: Path
) -> None:
    blob = git(project, "hash-object", "-w", "shop/order.py").strip()
    inner = _tree(project, f"100644 blob {blob}\tevil.py\n")
    tree = _tree(project, f"040000 tree {inner}\t..\n100644 blob {blob}\tgood.py\n")
    made = git(project, "commit-tree", "-m", "made", tree).strip()

    assert set(laid_out(project, target, made)) == {"good.py"}
    assert not (tmp_path / "evil.py").exists()


def _tree(project: Path, lines: str) -> str:
    """Write a tree object as it is, with no check of its names."""
    entries = [line.split(None, 3) for line in lines.splitlines()]
    content = b"".join(
        f"{mode.lstrip('0')} {name}".encode() + b"\0" + bytes.fromhex(digest)
        for mode, _, digest, name in entries
    )
    raw = project / "raw"
    raw.write_bytes(content)
    return git(project, "hash-object", "-t", "tree", "-w", "--literally", "raw").strip()


def test_changes_are_those_of_the_disk(project: Path) -> None:
    write(project, {"shop/order.py": "A = 2\n", "shop/new.py": ""})
    git(project, "mv", "notes.txt", "remarks.txt")

    changes = Repository(project).changes("HEAD")

    assert changes.paths == ("notes.txt", "remarks.txt", "shop/new.py", "shop/order.py")
    assert changes.renamed == {"notes.txt": "remarks.txt"}


def test_files_with_nothing_in_them_are_not_renamed(project: Path) -> None:
    write(project, {"shop/__init__.py": ""})
    commit(project)
    git(project, "rm", "-q", "shop/__init__.py")
    write(project, {"tests/__init__.py": ""})
    git(project, "add", "--all")

    assert Repository(project).changes("HEAD").renamed == {}


def test_the_settings_of_the_user_change_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = "[diff]\nnoprefix = true\nrenames = false\nrelative = false\n[color]\nui = always\n"
    (tmp_path / "config").write_text(settings)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    git(project, "mv", "notes.txt", "remarks.txt")

    assert Repository(project).changes("HEAD").renamed == {"notes.txt": "remarks.txt"}
