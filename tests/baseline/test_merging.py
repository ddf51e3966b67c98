"""Baselines of two branches meet in real merges: never a conflict, and nothing comes back."""

from pathlib import Path
from random import Random

import pytest

from archlint.baseline.folder import PLACE, Folder
from archlint.model.baseline.entries import Accepted, Entry
from tests.baseline.gitting import commit, git, repository

RULES = {"outward-import": "", "framework-import": "", "anemic-entity": ""}
POOL = tuple(
    Entry(
        rule=rule,
        path=f"shop/{context}/domain/{name}.py",
        module=f"shop.{context}.domain.{name}",
        symbol="" if rule.endswith("-import") else name.title(),
        target=f"shop.{context}.adapters.database.Session" if rule == "outward-import" else "",
    )
    for rule in RULES
    for context in ("sales", "stock", "billing")
    for name in ("order", "orders", "ordering", "cart")
)


def held(folder: Folder) -> set[str]:
    accepted = folder.read(RULES) if folder.exists else Accepted("")
    assert accepted.faults == ()
    return {entry.identity for entry in accepted.entries}


def edited(folder: Folder, random: Random) -> set[str]:
    """Let a branch fix some, accept some and commit; return what is accepted there."""
    before = {entry.identity: entry for entry in folder.read(RULES).entries}
    fixed = random.sample(sorted(before), k=random.randint(0, len(before)))
    folder.remove(before[identity] for identity in fixed)
    folder.add(random.sample(POOL, k=random.randint(0, 8)))
    commit(folder.path.parents[1])
    return held(folder)


@pytest.mark.parametrize("seed", range(12))
def test_the_merged_baseline_is_the_union_less_what_was_fixed(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secret depends on it
    folder = Folder(repository(tmp_path) / PLACE, PLACE)
    folder.add(random.sample(POOL, k=random.randint(1, 12)))
    begun = held(folder)
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    theirs = edited(folder, random)
    git(tmp_path, "checkout", "--quiet", "main")
    ours = edited(folder, random)

    merged = git(tmp_path, "merge", "--no-edit", "other", may_fail=True)

    assert "CONFLICT" not in merged
    assert held(folder) == (ours | theirs) - (begun - ours) - (begun - theirs)


def test_git_takes_no_entry_for_another_one_that_was_renamed(tmp_path: Path) -> None:
    folder = Folder(repository(tmp_path) / PLACE, PLACE)
    folder.add(POOL[::2])
    commit(tmp_path)
    folder.remove(POOL[::2])
    folder.add(POOL[1::2])
    git(tmp_path, "add", "--all")

    told = git(tmp_path, "diff", "--cached", "--name-status", "--find-renames=50%")

    assert {line[0] for line in told.splitlines()} == {"A", "D"}
