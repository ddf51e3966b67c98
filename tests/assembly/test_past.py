"""What was found where a branch began: kept by the commit, and told as if judged anew."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.assembly import Request, audit
from archlint.model.audit import Audit
from tests.assembly.changing import SETTINGS, Step, answers, removed, shop, told, written
from tests.assembly.steps import steps
from tests.baseline.gitting import commit, git, repository

BREACH = "from shop.web import page\n"


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """Return a project with an old breach and one that its branch brings."""
    written(".gitignore", ".archlint_cache\n")(shop(tmp_path))
    repository(tmp_path)
    written("shop/domain/cart.py", BREACH)(tmp_path)
    return tmp_path


def since_head(folder: Path, **wishes: object) -> Audit:
    return audit(folder, Request(since="HEAD", **wishes))  # type: ignore[arg-type]  # its fields


def is_recalled(folder: Path) -> bool:
    """Whether nobody judges what was there before."""
    before = answers(folder, "commits")
    since_head(folder)
    return bool(before) and answers(folder, "commits") == before


def test_the_past_is_judged_once(branch: Path) -> None:
    first = since_head(branch)

    assert is_recalled(branch)
    assert since_head(branch) == first == since_head(branch, no_cache=True)
    assert [finding.place.path for finding in first.new()] == ["shop/domain/cart.py"]


def test_another_change_on_the_branch_leaves_the_past_as_it_was(branch: Path) -> None:
    since_head(branch)
    written("shop/web/menu.py", "class Menu: ...\n")(branch)

    assert is_recalled(branch)


def test_without_a_cache_nothing_is_kept(branch: Path) -> None:
    since_head(branch, no_cache=True)

    assert not (branch / ".archlint_cache").exists()


def test_another_commit_is_another_past(branch: Path) -> None:
    since_head(branch)
    commit(branch)
    written("shop/domain/bag.py", BREACH)(branch)

    assert not is_recalled(branch)
    assert [finding.place.path for finding in since_head(branch).new()] == ["shop/domain/bag.py"]


def test_other_settings_judge_the_past_otherwise(branch: Path) -> None:
    since_head(branch)
    written("archlint.toml", SETTINGS + '\n[rules.outward-import]\nseverity = "info"\n')(branch)

    assert not is_recalled(branch)


def test_what_is_allowed_now_was_a_breach_then(branch: Path) -> None:
    since_head(branch)
    allowance = (
        '[[allowances]]\nrule = "outward-import"\nfrom = "shop.domain.cart"\nbecause = "so"\n'
    )
    written("archlint.toml", SETTINGS + allowance)(branch)

    assert since_head(branch) == since_head(branch, no_cache=True)


def test_a_renamed_module_brings_nothing_even_if_the_audit_is_kept(branch: Path) -> None:
    removed("shop/domain/cart.py")(branch)
    git(branch, "mv", "shop/domain/order.py", "shop/domain/purchase.py")
    audit(branch)

    assert since_head(branch) == since_head(branch) == since_head(branch, no_cache=True)
    assert since_head(branch).findings
    assert not since_head(branch).new()


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"\xc1"])
def test_a_damaged_past_is_judged_anew(branch: Path, damage: bytes) -> None:
    first = since_head(branch)
    for file in branch.glob(".archlint_cache/commits-*/*"):
        file.write_bytes(file.read_bytes()[: len(file.read_bytes()) // 2] + damage)

    assert not is_recalled(branch)
    assert since_head(branch) == first


def test_links_of_a_commit_are_looked_at_again(branch: Path) -> None:
    (branch / "shop/domain/link.py").symlink_to(branch / "shop/web/page.py")
    git(branch, "add", ".")
    commit(branch)
    written("shop/domain/bag.py", BREACH)(branch)
    since_head(branch)

    assert not answers(branch, "commits")


@settings(max_examples=10, deadline=None)
@given(rounds=st.lists(st.lists(steps, max_size=3), max_size=4))
def test_a_past_kept_or_not_says_the_same(rounds: list[list[Step]]) -> None:
    with TemporaryDirectory() as place:
        folder = shop(Path(place).resolve())
        written(".gitignore", ".archlint_cache\n")(folder)
        repository(folder)
        for happening in rounds:
            for step in happening:
                step(folder)

            plain = told(folder, no_cache=True, since="HEAD")
            assert told(folder, since="HEAD") == plain
            assert told(folder, since="HEAD") == plain
