"""archlint migrate, as a user runs it."""

from pathlib import Path

import pytest

from tests.cli.running import run, write

LINTER = """[importlinter]
root_package = shop

[importlinter:contract:layers]
name = Layers
type = layers
layers =
    shop.adapters
    shop.domain
"""

TACH = """
[[modules]]
path = "shop.adapters"
depends_on = ["shop.domain"]

[[modules]]
path = "shop.domain"
depends_on = []
"""

DEPLY = """
layers:
  - {name: domain, collectors: [{type: directory, directories: [shop/domain]}]}
  - {name: adapters, collectors: [{type: directory, directories: [shop/adapters]}]}
ruleset:
  domain: {disallow_layer_dependencies: [adapters]}
"""

CODE = {
    "shop/__init__.py": "",
    "shop/domain/__init__.py": "",
    "shop/domain/order.py": "class Order: ...\n",
    "shop/adapters/__init__.py": "",
    "shop/adapters/db.py": "from shop.domain.order import Order\n",
}
FILES = {"import-linter": ".importlinter", "tach": "tach.toml", "deply": "deply.yaml"}
TEXTS = {"import-linter": LINTER, "tach": TACH, "deply": DEPLY}
PEERS = tuple(FILES)

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, CODE)


@pytest.mark.parametrize("peer", PEERS)
def test_what_is_kept_in_both_worlds_agrees(folder: Path, capsys: Capture, peer: str) -> None:
    write(folder, {FILES[peer]: TEXTS[peer]})

    done = run(capsys, "migrate", "--check")

    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("both object to 0\nthe verdicts agree\n")
    assert not (folder / "archlint.toml").exists()


@pytest.mark.parametrize("peer", PEERS)
def test_what_is_broken_in_both_worlds_agrees(folder: Path, capsys: Capture, peer: str) -> None:
    direct = "from shop.adapters import db\n"
    write(folder, {FILES[peer]: TEXTS[peer], "shop/domain/cart.py": direct})

    done = run(capsys, "migrate", "--check")

    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("both object to 1\nthe verdicts agree\n")


def test_a_difference_has_its_place_and_its_reason(folder: Path, capsys: Capture) -> None:
    cart = 'if __name__ == "__main__":\n    from shop.adapters import db\n'
    write(folder, {".importlinter": LINTER, "shop/domain/cart.py": cart})

    done = run(capsys, "migrate", "--check")

    assert done.status == 1
    assert done.out.endswith(
        "both object to 0\n"
        "only import-linter objects to 1:\n"
        "    shop/domain/cart.py:2: shop.domain.cart imports shop.adapters.db, against Layers "
        "(it happens only where the file is run as a script)\n"
        "the verdicts do not agree\n"
    )


def test_settings_are_written_where_the_project_has_its_own(folder: Path, capsys: Capture) -> None:
    old = '[project] # ours\nname = "shop"\n'
    write(folder, {".importlinter": LINTER, "pyproject.toml": old})

    done = run(capsys, "migrate")

    text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    assert done.status == 0
    assert done.out.splitlines()[-1].startswith("wrote pyproject.toml;")
    assert text.startswith(f"{old}\n[tool.archlint]\n")
    assert run(capsys, "check").out.startswith("No violations: ")


def test_without_a_pyproject_the_settings_get_a_file_of_their_own(
    folder: Path, capsys: Capture
) -> None:
    write(folder, {".importlinter": LINTER})

    run(capsys, "migrate")

    assert (folder / "archlint.toml").read_text(encoding="utf-8").startswith("# taken over")


def test_a_dry_run_prints_settings_alone(folder: Path, capsys: Capture) -> None:
    write(folder, {".importlinter": LINTER})

    done = run(capsys, "migrate", "--dry-run", "--output", "pyproject.toml")

    assert done.status == 0
    assert done.out.startswith("[tool.archlint]\n# taken over from import-linter")
    assert "mapped: layers contract Layers\n" in done.err
    assert sorted(path.name for path in folder.iterdir()) == [".importlinter", "shop"]


def test_settings_that_are_there_are_not_touched(folder: Path, capsys: Capture) -> None:
    write(folder, {".importlinter": LINTER, "archlint.toml": 'style = "ddd"\n'})

    done = run(capsys, "migrate")

    assert done.status == 2
    assert done.err.startswith("archlint.toml: has settings of archlint already")
    assert (folder / "archlint.toml").read_text(encoding="utf-8") == 'style = "ddd"\n'


def test_settings_belong_into_their_own_folder(folder: Path, capsys: Capture) -> None:
    write(folder, {".importlinter": LINTER})

    done = run(capsys, "migrate", "--output", "shop/archlint.toml")

    assert done.status == 2
    assert "settings count from their own folder" in done.err


def test_ignored_imports_become_allowances_that_are_used(folder: Path, capsys: Capture) -> None:
    ignoring = f"{LINTER}ignore_imports =\n    shop.domain.* -> shop.adapters.db\n"
    cart = {"shop/domain/cart.py": "from shop.adapters import db\n"}
    write(folder, {".importlinter": ignoring, **cart})

    assert run(capsys, "migrate", "--check").status == 0
    assert run(capsys, "migrate").status == 0
    done = run(capsys, "check", "--ignore", "broken-contract")

    text = (folder / "archlint.toml").read_text(encoding="utf-8")
    assert 'from = "shop.domain.*"\nto = "shop.adapters.db"\n' in text
    assert (done.status, done.out.splitlines()[-1][:13]) == (0, "No violations")


def test_a_comment_that_lets_an_import_pass_becomes_an_allowance(
    folder: Path, capsys: Capture
) -> None:
    cart = "from shop.adapters import db  # tach-ignore(later)\n"
    write(folder, {"tach.toml": TACH, "shop/domain/cart.py": cart})

    done = run(capsys, "migrate", "--check")

    assert (done.status, done.err) == (0, "")
    assert "1 allowance for imports that were ignored or deprecated\n" in done.out


def test_several_tools_ask_for_a_choice(folder: Path, capsys: Capture) -> None:
    write(folder, {".importlinter": LINTER, "tach.toml": TACH})

    done = run(capsys, "migrate", "--dry-run")
    chosen = run(capsys, "migrate", "--dry-run", "--from", "tach")

    assert done.status == 2
    assert done.err.endswith(
        "import-linter (.importlinter) and tach (tach.toml) are configured; choose with --from\n"
    )
    assert (chosen.status, chosen.out[:22]) == (0, "# taken over from tach")


def test_without_a_configuration_there_is_nothing_to_take_over(
    folder: Path, capsys: Capture
) -> None:
    done = run(capsys, "migrate")
    named = run(capsys, "migrate", "--from", "deply")

    assert (done.status, named.status) == (2, 2)
    assert done.err == (
        f"{folder}: there is no configuration of import-linter, tach or deply here\n"
    )
    assert named.err == f"{folder}: there is no configuration of deply here\n"


def test_a_broken_configuration_is_told_with_its_line(folder: Path, capsys: Capture) -> None:
    write(folder, {"tach.toml": '[[modules]]\npath = "a"\n[[modules]]\n'})

    done = run(capsys, "migrate", "--check")

    assert (done.status, done.err) == (2, "tach.toml:3:1: module 2 has no path\n")


def test_a_configuration_of_which_no_layer_comes_is_told(folder: Path, capsys: Capture) -> None:
    write(folder, {"tach.toml": '[[modules]]\npath = "elsewhere"\n'})

    done = run(capsys, "migrate")

    assert done.status == 2
    assert done.err.splitlines()[0] == "not mapped: module elsewhere"
    assert done.err.splitlines()[-1] == "no layer came of it, so that there is nothing to write"
