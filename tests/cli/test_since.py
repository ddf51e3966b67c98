"""`archlint check --since`: only what a branch brought, in real repositories."""

import subprocess
from pathlib import Path

import pytest

from tests.baseline.gitting import commit, git, repository
from tests.cli.running import HEADLINE, SETTINGS, Run, run, write

Capture = pytest.CaptureFixture[str]
BASKET = {"shop/domain/basket.py": "from shop.adapters.db import Session\n"}


@pytest.fixture
def branch(broken: Path) -> Path:
    """Return a project with one finding on main, on a branch that has changed nothing yet."""
    write(
        broken, {"shop/adapters/db.py": "class Session: ...\n", ".gitignore": ".archlint_cache\n"}
    )
    repository(broken)
    git(broken, "checkout", "--quiet", "-b", "work")
    return broken


def since(capsys: Capture, *arguments: str, revision: str = "main") -> Run:
    return run(capsys, "--output-format", "concise", "--since", revision, *arguments)


def brought(told: Run) -> list[str]:
    return [line.partition(":")[0] for line in told.out.splitlines()[:-1]]


@pytest.mark.usefixtures("branch")
def test_nothing_is_judged_where_nothing_has_changed(capsys: Capture) -> None:
    passed = since(capsys)

    assert passed.status == 0
    assert passed.out.startswith("No violations: 0 modules, ")
    assert passed.err.startswith("note: no file that is judged has changed since main (")


def test_a_changed_text_is_no_change(branch: Path, capsys: Capture) -> None:
    write(branch, {"README.md": "new"})

    assert "no file that is judged has changed" in since(capsys).err


def test_what_was_there_is_left_out(branch: Path, capsys: Capture) -> None:
    write(branch, {"shop/adapters/mail.py": ""})

    passed = since(capsys)

    assert passed.status == 0
    assert passed.out.startswith("No violations (1 older): 4 modules, ")
    assert passed.err.startswith("since main (")
    assert passed.err.endswith("): +0 new, 1 older finding left out\n")


def test_moved_lines_bring_nothing(branch: Path, capsys: Capture) -> None:
    cart = branch / "shop/domain/cart.py"
    cart.write_text('"""Carts."""\n\n' + cart.read_text())

    assert since(capsys).status == 0


def test_a_renamed_file_brings_nothing(branch: Path, capsys: Capture) -> None:
    git(branch, "mv", "shop/domain/cart.py", "shop/domain/trolley.py")

    assert since(capsys).status == 0


def test_git_knows_which_of_two_files_was_renamed(branch: Path, capsys: Capture) -> None:
    text = (branch / "shop/domain/cart.py").read_text()
    write(branch, {"shop/domain/basket.py": text + "".join(f"x{i} = {i}\n" for i in range(99))})
    git(branch, "mv", "shop/domain/cart.py", "shop/domain/trolley.py")
    git(branch, "add", "--all")

    assert brought(since(capsys)) == ["shop/domain/basket.py"]


def test_a_renamed_package_brings_nothing(branch: Path, capsys: Capture) -> None:
    git(branch, "mv", "shop", "store")
    for path in branch.glob("store/**/*.py"):
        path.write_text(path.read_text().replace("shop.", "store."))
    write(branch, {"archlint.toml": SETTINGS.replace('"shop.', '"*.')})

    assert since(capsys).status == 0


@pytest.mark.parametrize("how", ["untracked", "staged", "committed"])
def test_what_the_branch_brought_is_told(branch: Path, capsys: Capture, how: str) -> None:
    write(branch, BASKET)
    if how != "untracked":
        git(branch, "add", "--all")
    if how == "committed":
        commit(branch)

    failed = since(capsys)

    assert failed.status == 1
    assert brought(failed) == ["shop/domain/basket.py"]
    assert "Found 1 violation (1 older) in 4 modules" in failed.out


def test_a_breach_in_an_old_file_by_a_change_elsewhere_is_brought(
    branch: Path, capsys: Capture
) -> None:
    write(branch, {"shop/adapters/db.py": "from shop.domain.order import Order as Session\n"})
    commit(branch)

    write(branch, {"shop/adapters/db.py": "class Session: ...\n"})

    assert brought(since(capsys, revision="HEAD")) == ["shop/domain/cart.py"]


def test_a_breach_that_is_allowed_no_more_is_brought(branch: Path, capsys: Capture) -> None:
    cart = branch / "shop/domain/cart.py"
    text = cart.read_text()
    cart.write_text(text.rstrip() + "  # archlint: allow[outward-import] because it moves\n")
    commit(branch)
    cart.write_text(text)

    assert brought(since(capsys, revision="HEAD")) == ["shop/domain/cart.py"]


def test_what_main_brought_since_is_not_the_branch_s(branch: Path, capsys: Capture) -> None:
    commit(branch)
    git(branch, "checkout", "--quiet", "main")
    write(branch, BASKET)
    commit(branch)
    git(branch, "checkout", "--quiet", "work")
    write(branch, {"shop/domain/bag.py": "from shop.adapters.db import Session\n"})

    assert brought(since(capsys)) == ["shop/domain/bag.py"]


def test_the_settings_of_now_judge_the_files_of_then(branch: Path, capsys: Capture) -> None:
    stricter = '\n[[layers]]\nname = "new"\nmodules = ["shop.new"]\n'
    write(branch, {"archlint.toml": SETTINGS + stricter, "shop/new/thing.py": "import shop\n"})

    assert since(capsys).status == 0


def test_a_project_that_is_new_is_brought_as_a_whole(branch: Path, capsys: Capture) -> None:
    git(branch, "checkout", "--quiet", "--orphan", "empty")
    git(branch, "rm", "-rq", "--cached", ".")
    git(branch, "commit", "--quiet", "--allow-empty", "--message", "Begin")

    assert brought(since(capsys, revision="HEAD")) == ["shop/domain/cart.py"]


def test_it_goes_together_with_a_baseline_and_paths(branch: Path, capsys: Capture) -> None:
    write(branch, BASKET)
    run(capsys, "baseline", "create", "shop/domain/basket.py")
    write(branch, {"shop/domain/bag.py": "from shop.adapters.db import Session\n"})

    told = since(capsys)
    limited = since(capsys, "shop/adapters")

    assert brought(told) == ["shop/domain/bag.py"]
    assert "Found 1 violation (1 in the baseline, 1 older)" in told.out
    assert "baseline 1: +1 new, -0 fixed, 1 left\n" in told.err
    assert limited.status == 0


def test_a_project_below_the_root_of_its_repository(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "services" / "shop"
    write(project, {"archlint.toml": SETTINGS, "shop/adapters/db.py": "class Session: ...\n"})
    write(project, {"shop/domain/cart.py": "from shop.adapters.db import Session\n"})
    write(tmp_path, {"elsewhere.py": ""})
    repository(tmp_path)
    monkeypatch.chdir(project)
    write(project, BASKET)

    assert brought(since(capsys, revision="HEAD")) == ["shop/domain/basket.py"]


def test_nobodys_files_are_touched(branch: Path, capsys: Capture) -> None:
    write(branch, BASKET)
    git(branch, "add", "--all")
    before = git(branch, "status", "--porcelain"), git(branch, "stash", "list")

    since(capsys)

    assert (git(branch, "status", "--porcelain"), git(branch, "stash", "list")) == before
    assert not list(branch.glob(".archlint_cache/*.stamps"))[1:]


@pytest.mark.usefixtures("broken")
def test_without_a_repository_it_says_so(capsys: Capture) -> None:
    refused = since(capsys)

    assert refused.status == 2
    assert refused.err.startswith("--since needs a git repository around ")


def test_without_git_it_says_so(
    branch: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(branch))

    refused = since(capsys)

    assert refused.status == 2
    assert refused.err.startswith("--since needs git, which cannot be run: ")


@pytest.mark.usefixtures("branch")
@pytest.mark.parametrize(
    ("revision", "hint"),
    [("mian", "did you mean main?"), ("v7", "fetch it first"), ("--all", "no revision '--all'")],
)
def test_an_unknown_revision_is_told(capsys: Capture, revision: str, hint: str) -> None:
    refused = run(capsys, f"--since={revision}")

    assert refused.status == 2
    assert f"git knows no revision {revision!r}" in refused.err
    assert hint in refused.err


def test_a_shallow_clone_is_told_what_it_misses(
    branch: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(branch)
    commit(branch)
    clone = tmp_path / "clone"
    git(branch, "clone", "--quiet", "--depth=1", f"file://{branch}", str(clone))
    git(clone, "fetch", "--quiet", "--depth=1", "origin", "main:main")
    monkeypatch.chdir(clone)

    refused = since(capsys)

    assert refused.status == 2
    assert "main and HEAD have no commit in common; this clone is shallow: run git" in refused.err


@pytest.mark.usefixtures("branch")
def test_the_revision_may_come_from_the_environment(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHLINT_SINCE", "main")

    assert run(capsys).status == 0


def test_older_findings_can_be_shown(branch: Path, capsys: Capture) -> None:
    write(branch, {"shop/adapters/mail.py": ""})

    shown = since(capsys, "--show-suppressed")

    assert shown.out.startswith(HEADLINE.rstrip("\n") + " (older)\n")


def test_a_hook_of_git_can_ask(branch: Path) -> None:
    write(branch, BASKET)
    hook = branch / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexec archlint -q --output-format concise --since HEAD\n")
    hook.chmod(0o755)

    with pytest.raises(subprocess.CalledProcessError) as refused:
        commit(branch)

    assert refused.value.stdout.startswith("shop/domain/basket.py:1:1: outward-import: ") or (
        refused.value.stderr.startswith("shop/domain/basket.py:1:1: outward-import: ")
    )
