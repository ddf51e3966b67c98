"""The hook, as pre-commit runs it in real repositories."""

import re
import shutil
from pathlib import Path

from tests.baseline.gitting import git, repository
from tests.integrations.workbench import PROJECT, Outcome, Workbench, expect

BREACH = "from shop.adapters.repositories.tables import *\n"
CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: archlint
        args: {arguments}
"""
PLACE = "shop/domain/values.py:1:1: outward-import: "


def the_hook_passes_a_clean_project(bench: Workbench, work: Path) -> None:
    shop = _shop(work)

    tried = bench.run(
        shop, "pre-commit", "try-repo", str(bench.archlint), "archlint", "--all-files", "--verbose"
    )

    expect(tried, 0, "Passed", "No violations: 24 modules")


def the_hook_refuses_a_commit_that_breaks_a_rule(bench: Workbench, work: Path) -> None:
    shop = _hooked(bench, work)
    _break(shop)

    expect(_commit(bench, shop), 1, "Failed", PLACE, "Found 1 violation")
    assert git(shop, "rev-list", "--count", "HEAD").strip() == "1"


def the_hook_lets_a_commit_pass_that_keeps_all_rules(bench: Workbench, work: Path) -> None:
    shop = _hooked(bench, work)
    with (shop / "shop/domain/values.py").open("a") as file:
        file.write("# a remark\n")

    expect(_commit(bench, shop), 0, "Passed")
    assert git(shop, "status", "--porcelain") == ""


def the_hook_judges_where_only_a_toml_file_has_changed(bench: Workbench, work: Path) -> None:
    shop = _hooked(bench, work)
    settings = shop / "pyproject.toml"
    settings.write_text(re.sub(r'role = "domain"', 'role = "domian"', settings.read_text()))

    expect(_commit(bench, shop), 1, "Failed", "pyproject.toml:", "domian")


def the_hook_has_no_files_to_check_where_none_concerns_it(bench: Workbench, work: Path) -> None:
    shop = _hooked(bench, work)
    (shop / "README.md").write_text("other\n")

    expect(_commit(bench, shop), 0, "Skipped")


def the_hook_leaves_what_is_not_staged_to_a_later_commit(bench: Workbench, work: Path) -> None:
    shop = _hooked(bench, work)
    (shop / "shop/domain/more.py").write_text("MORE = 1\n")
    git(shop, "add", "--all")
    _break(shop)

    expect(bench.run(shop, "git", *_WHO, "commit", "--message", "More"), 0, "Passed")


def the_hook_with_since_tells_only_what_the_commit_brings(bench: Workbench, work: Path) -> None:
    shop = _shop(work)
    _break(shop)
    _hook(bench, shop, "[--since, HEAD]")
    (shop / "shop/domain/more.py").write_text("import sqlalchemy\n")

    refused = _commit(bench, shop)

    expect(refused, 1, "shop/domain/more.py:1:1: ", "since HEAD", "1 older finding left out")
    assert PLACE not in refused.text


def the_hook_reads_a_baseline_that_nobody_may_write(bench: Workbench, work: Path) -> None:
    shop = _shop(work)
    _break(shop)
    installed = bench.run(shop, "pre-commit", "try-repo", str(bench.archlint), "archlint", "-a")
    expect(installed, 1, PLACE)
    made = bench.run(shop, str(_program(bench)), "baseline", "create")
    expect(made, 0)
    _hook(bench, shop, "[]")
    before = git(shop, "status", "--porcelain")
    for path in (shop / ".archlint").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (shop / "shop/domain/more.py").write_text("MORE = 1\n")

    expect(_commit(bench, shop), 0, "Passed")
    assert git(shop, "status", "--porcelain") == before == ""


HOOKS = (
    the_hook_passes_a_clean_project,
    the_hook_refuses_a_commit_that_breaks_a_rule,
    the_hook_lets_a_commit_pass_that_keeps_all_rules,
    the_hook_judges_where_only_a_toml_file_has_changed,
    the_hook_has_no_files_to_check_where_none_concerns_it,
    the_hook_leaves_what_is_not_staged_to_a_later_commit,
    the_hook_with_since_tells_only_what_the_commit_brings,
    the_hook_reads_a_baseline_that_nobody_may_write,
)
_WHO = ("-c", "user.name=x", "-c", "user.email=x@y.z")


def _shop(work: Path) -> Path:
    shop = work / "shop"
    ignored = shutil.ignore_patterns(".archlint_cache", "__pycache__")
    shutil.copytree(PROJECT / "examples" / "shop", shop, ignore=ignored)
    return repository(shop)


def _hooked(bench: Workbench, work: Path) -> Path:
    shop = _shop(work)
    _hook(bench, shop, "[]", "--amend")
    return shop


def _hook(bench: Workbench, shop: Path, arguments: str, *how: str) -> None:
    """Commit a configuration with the hook, and only then let the hook look at commits."""
    revision = git(bench.archlint, "rev-parse", "HEAD").strip()
    config = CONFIG.format(repository=bench.archlint, revision=revision, arguments=arguments)
    (shop / ".pre-commit-config.yaml").write_text(config)
    git(shop, "add", "--all")
    git(shop, "commit", "--quiet", "--message", "Hook", *how)
    expect(bench.run(shop, "pre-commit", "install"), 0)


def _break(shop: Path) -> None:
    values = shop / "shop/domain/values.py"
    values.write_text(BREACH + values.read_text())


def _commit(bench: Workbench, shop: Path) -> Outcome:
    git(shop, "add", "--all")
    return bench.run(shop, "git", *_WHO, "commit", "--message", "Work")


def _program(bench: Workbench) -> Path:
    return next((bench.folder / "hooks").glob("repo*/py_env-*/bin/archlint"))
