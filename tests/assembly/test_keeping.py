"""Kept audits: told again only where judging anew would tell the same."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.assembly import Request, Stopwatch, audit
from archlint.assembly.faults import NothingToJudgeError
from tests.assembly.changing import (
    LINTER,
    SETTINGS,
    Step,
    is_judged,
    is_recalled,
    linked,
    removed,
    renamed,
    shop,
    told,
    written,
)
from tests.assembly.steps import steps


def test_the_first_audit_is_not_recalled(tmp_path: Path) -> None:
    assert not is_recalled(shop(tmp_path))


def test_an_audit_of_an_unchanged_project_is_recalled_as_it_was(tmp_path: Path) -> None:
    first = audit(shop(tmp_path))

    assert is_recalled(tmp_path)
    assert audit(tmp_path) == first == audit(tmp_path, Request(no_cache=True))
    assert first.findings


CHANGES = {
    "a changed module": written("shop/web/page.py", "class Page:\n    title = ''\n"),
    "another module": written("shop/web/menu.py", ""),
    "a module less": removed("shop/web/page.py"),
    "a renamed module": renamed("shop/web/page.py", "shop/web/sheet.py"),
    "a test": written("tests/test_page.py", "import shop.web.page\n"),
    "settings": written("archlint.toml", SETTINGS.replace("shop.web", "shop.web.page")),
    "an ignored module": written(".gitignore", "page.py\n"),
    "a contract": written(".importlinter", LINTER.format(forbidden="web")),
    "a baseline": written(".archlint/baseline/notes.txt", "hello"),
    "a link in a baseline": linked(".archlint/baseline/old", "shop"),
    "an installed library": written(".venv/lib/python3.11/site-packages/attrs/py.typed", ""),
}


SILENT = {
    "another comment": written("shop/web/page.py", "class Page: ...  # a sheet\n"),
    "more blanks": written("shop/web/page.py", "class Page:   ...\n\n\n"),
    "a comment at the end": written("shop/domain/order.py", "from shop.web import page\n# end\n"),
    "a reworded docstring": written("tool.py", '"""Another tool."""\n'),
}


@pytest.mark.parametrize("change", SILENT.values(), ids=SILENT.keys())
def test_what_says_the_same_in_other_words_is_not_judged_anew(tmp_path: Path, change: Step) -> None:
    written("tool.py", '"""A tool."""\n')(shop(tmp_path))
    audit(tmp_path)
    change(tmp_path)

    assert not is_judged(tmp_path)
    assert audit(tmp_path) == audit(tmp_path, Request(no_cache=True))
    assert is_recalled(tmp_path)


ALLOWED = "from shop.web import page  # archlint: allow[outward-import] because it is old\n"
TELLING = {
    "an allowance": written("shop/domain/order.py", ALLOWED),
    "an import that moves": written("shop/domain/order.py", "\nfrom shop.web import page\n"),
    "a comment above a class": written("shop/web/page.py", "# a page\nclass Page: ...\n"),
    "a file that cannot be parsed": written("shop/web/page.py", "class Page: ...\n?"),
}


@pytest.mark.parametrize("change", TELLING.values(), ids=TELLING.keys())
def test_a_comment_or_a_blank_that_tells_something_is_judged(tmp_path: Path, change: Step) -> None:
    audit(shop(tmp_path))
    change(tmp_path)

    assert is_judged(tmp_path)
    assert audit(tmp_path) == audit(tmp_path, Request(no_cache=True))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no file is a pipe here")
def test_a_pipe_in_a_baseline_is_not_waited_for(tmp_path: Path) -> None:
    pipe = shop(tmp_path) / ".archlint/baseline/outward-import/a.toml"
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)

    found = audit(tmp_path)

    assert found.baseline
    assert [fault.place.path for fault in found.baseline.faults] == [str(pipe)]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="all files can be read here")
def test_settings_that_cannot_be_read_are_no_fault_of_archlint(tmp_path: Path) -> None:
    linked("archlint.toml", "/proc/self/mem")(shop(tmp_path))

    assert "cannot be read" in str(told(tmp_path))


def test_roots_are_found_anew_even_if_all_files_say_the_same(tmp_path: Path) -> None:
    folder = shop(tmp_path)
    written("lib/helpers.py", "")(folder)
    written("lib/user.py", '"""\nimport helpers\n"""\n')(folder)
    audit(folder)
    written("lib/user.py", '"""\nno import\n"""\n')(folder)

    assert audit(folder) == audit(folder, Request(no_cache=True))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_changes_is_judged_anew(tmp_path: Path, change: Step) -> None:
    audit(shop(tmp_path))
    change(tmp_path)

    assert not is_recalled(tmp_path)


def test_generated_code_counts_where_contracts_look_at_it(tmp_path: Path) -> None:
    written(".importlinter", LINTER.format(forbidden="web"))(shop(tmp_path))
    written("shop/domain/made_pb2.py", "")(tmp_path)
    audit(tmp_path)
    assert is_recalled(tmp_path)

    written("shop/domain/made_pb2.py", "import shop.web.page\n")(tmp_path)

    assert not is_recalled(tmp_path)
    assert audit(tmp_path) == audit(tmp_path, Request(no_cache=True))


def test_other_rules_are_another_audit(tmp_path: Path) -> None:
    audit(shop(tmp_path))

    assert not is_recalled(tmp_path, select=("import-cycle",))
    assert not is_recalled(tmp_path, ignore=("outward-import",))


def test_a_part_of_a_project_is_told_of_the_audit_of_all(tmp_path: Path) -> None:
    audit(shop(tmp_path))
    inner, outer = tmp_path / "shop/domain", tmp_path / "shop/web"

    assert is_recalled(tmp_path, paths=(outer,))
    assert not audit(tmp_path, Request(paths=(outer,))).findings
    assert audit(tmp_path, Request(paths=(inner,))).findings
    with pytest.raises(NothingToJudgeError):
        audit(tmp_path, Request(paths=(tmp_path / "docs",)))


def test_without_a_cache_nothing_is_kept_nor_recalled(tmp_path: Path) -> None:
    audit(shop(tmp_path), Request(no_cache=True))

    assert not (tmp_path / ".archlint_cache").exists()


def test_what_is_timed_is_done(tmp_path: Path) -> None:
    audit(shop(tmp_path))
    watch = Stopwatch()
    audit(tmp_path, Request(stopwatch=watch))

    assert {"skim", "outward-import"} <= {*watch.seconds}


@pytest.mark.parametrize("damage", [b"", b"\x00" * 40, b"\xc1"])
def test_a_damaged_answer_is_as_good_as_absent(tmp_path: Path, damage: bytes) -> None:
    first = audit(shop(tmp_path))
    for file in tmp_path.glob(".archlint_cache/*s-*/*.answer"):
        file.write_bytes(file.read_bytes()[: len(file.read_bytes()) // 2] + damage)

    assert not is_recalled(tmp_path)
    assert audit(tmp_path) == first
    assert is_recalled(tmp_path)


@settings(max_examples=25, deadline=None)
@given(rounds=st.lists(st.lists(steps, max_size=3), max_size=4))
def test_an_audit_kept_or_not_says_the_same(rounds: list[list[Step]]) -> None:
    with TemporaryDirectory() as place:
        folder = shop(Path(place).resolve())
        for happening in [[], *rounds]:
            for step in happening:
                step(folder)

            plain = told(folder, no_cache=True)
            assert told(folder) == plain
            assert told(folder) == plain
