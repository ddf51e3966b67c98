"""What counts as a save, and how two audits differ."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.assembly import Request, audit
from archlint.assembly.watching import Watch, difference, lasting
from tests.assembly.changing import Step, shop, told
from tests.assembly.steps import steps
from tests.cli.running import BROKEN, KEPT, write

IMPORT = "from shop.adapters.db import Session\n"
REQUEST = Request(no_cache=True)


class Hand:
    """Does one thing after another, each while somebody waits."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self._deeds = list(deeds)
        self.waits = 0

    def __call__(self, _seconds: float) -> None:
        self.waits += 1
        if self._deeds:
            self._deeds.pop(0)()


def nothing() -> None:
    pass


def first_save(folder: Path, *deeds: Callable[[], object]) -> tuple[str, ...]:
    return next(Watch(folder, REQUEST, Hand(*deeds)).saves())


def test_what_is_no_part_of_the_project_is_not_watched(tmp_path: Path) -> None:
    write(tmp_path, {**KEPT, ".gitignore": "build/\n"})
    others = {"notes.txt": "", "build/made.py": "", ".archlint_cache/x": "", ".venv/a.py": ""}

    saved = first_save(
        tmp_path,
        lambda: write(tmp_path, others),
        lambda: write(tmp_path, {"shop/late.py": ""}),
    )

    assert saved == ("shop/late.py",)


@pytest.mark.parametrize(
    "path",
    [
        "shop/domain/order.py",
        "archlint.toml",
        "pyproject.toml",
        ".importlinter",
        ".archlint/baseline/outward-import/0.toml",
    ],
)
def test_sources_settings_and_the_baseline_are_watched(tmp_path: Path, path: str) -> None:
    write(tmp_path, KEPT)

    saved = first_save(tmp_path, nothing, lambda: write(tmp_path, {path: "# other\n"}))

    assert saved == (path,)


def test_a_file_that_goes_is_a_save_too(tmp_path: Path) -> None:
    write(tmp_path, KEPT)

    saved = first_save(tmp_path, (tmp_path / "shop/adapters/db.py").unlink)

    assert saved == ("shop/adapters/db.py",)


def test_what_is_saved_at_once_is_one_save(tmp_path: Path) -> None:
    write(tmp_path, KEPT)

    saved = first_save(
        tmp_path,
        lambda: write(tmp_path, {"shop/a.py": ""}),
        lambda: write(tmp_path, {"shop/b.py": ""}),
    )

    assert saved == ("shop/a.py", "shop/b.py")


def test_what_is_saved_while_somebody_judges_comes_next(tmp_path: Path) -> None:
    write(tmp_path, KEPT)
    saves = Watch(tmp_path, REQUEST, Hand(lambda: write(tmp_path, {"shop/a.py": ""}))).saves()
    next(saves)
    write(tmp_path, {"shop/b.py": ""})

    assert next(saves) == ("shop/b.py",)


def test_settings_that_are_broken_are_watched(tmp_path: Path) -> None:
    write(tmp_path, {**KEPT, "archlint.toml": "layers = ["})

    saved = first_save(tmp_path, lambda: write(tmp_path, KEPT))

    assert "archlint.toml" in saved


def test_a_finding_that_only_changes_its_line_makes_no_difference(tmp_path: Path) -> None:
    before = audit(write(tmp_path, BROKEN), REQUEST)
    after = audit(write(tmp_path, {"shop/domain/cart.py": f"\n\n{IMPORT}"}), REQUEST)

    found = difference(tmp_path, REQUEST, before, after)

    assert (found.appeared, found.gone, found.moved) == ((), (), ())


def test_what_is_accepted_goes_away(tmp_path: Path) -> None:
    before = audit(write(tmp_path, BROKEN), REQUEST)

    found = difference(tmp_path, REQUEST, before, replace(before, findings=()))

    assert (found.appeared, found.gone) == ((), before.findings)


def test_a_finding_appears(tmp_path: Path) -> None:
    before = audit(write(tmp_path, KEPT), REQUEST)
    after = audit(write(tmp_path, BROKEN), REQUEST)

    found = difference(tmp_path, REQUEST, before, after)

    assert (found.appeared, found.gone) == (after.findings, ())


def test_a_finding_of_a_renamed_module_moves(tmp_path: Path) -> None:
    before = audit(write(tmp_path, BROKEN), REQUEST)
    (tmp_path / "shop/domain/cart.py").rename(tmp_path / "shop/domain/basket.py")
    after = audit(tmp_path, REQUEST)

    found = difference(tmp_path, REQUEST, before, after)

    assert (found.appeared, found.gone, found.moved) == ((), (), after.findings)


def test_one_breach_mended_and_another_made_is_no_move(tmp_path: Path) -> None:
    before = audit(write(tmp_path, BROKEN), REQUEST)
    write(tmp_path, {"shop/domain/cart.py": "", "shop/domain/order.py": IMPORT})
    after = audit(tmp_path, REQUEST)

    found = difference(tmp_path, REQUEST, before, after)

    assert (found.appeared, found.gone, found.moved) == (after.findings, before.findings, ())


@settings(max_examples=10, deadline=None)
@given(rounds=st.lists(st.lists(steps, max_size=3), max_size=5))
def test_what_lasts_from_one_audit_to_the_next_changes_nothing(rounds: list[list[Step]]) -> None:
    with TemporaryDirectory() as place, lasting(Request()) as request:
        folder = shop(Path(place).resolve())
        for happening in [[], *rounds]:
            for step in happening:
                step(folder)

            wishes = {"recent": request.recent, "workers": request.workers}
            assert told(folder, **wishes) == told(folder, no_cache=True)
