"""archlint init, as a user runs it."""

from pathlib import Path

import pytest
import tomli

from tests.cli.running import run, write

CODE = {
    "shop/__init__.py": "",
    "shop/domain/__init__.py": "",
    "shop/domain/order.py": "class Order: ...\n",
    "shop/use_cases/pay.py": "from shop.domain.order import Order\n",
    "shop/adapters/db.py": "import sqlalchemy\nfrom shop.domain.order import Order\n",
    "shop/mail.py": "import smtplib\nimport boto3\n",
    "shop/odd.py": "def odd(): ...\n",
}
BROKEN = {**CODE, "shop/domain/cart.py": "from shop.adapters.db import Order\n"}
FLAT = {
    "fetch.py": "import requests\nimport text\n",
    "text.py": "def clean(): ...\n",
}
PYPROJECT = '[project]\r\nname = "shop"  # ours\r\n'

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return write(tmp_path, CODE)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["archlint.toml", "pyproject.toml"])
def test_settings_that_are_there_are_not_touched(folder: Path, capsys: Capture, name: str) -> None:
    text = '[tool.archlint]\nstyle = "ddd"\n' if name == "pyproject.toml" else 'style = "ddd"\n'
    write(folder, {name: text})

    told = run(capsys, "init")

    assert told.status == 2
    assert "has settings of archlint already" in told.err
    assert "archlint config show" in told.err
    assert (folder / name).read_text() == text


def test_a_dry_run_writes_nothing(folder: Path, capsys: Capture) -> None:
    told = run(capsys, "init", "--dry-run")

    assert told.status == 0
    assert [each["name"] for each in tomli.loads(told.out)["layers"]] == [
        "domain",
        "application",
        "adapters",
        "infrastructure",
    ]
    assert "by the name domain" in told.err
    assert not (folder / "archlint.toml").exists()


def test_flat_scripts_get_no_settings_but_a_word_on_what_to_write(
    empty: Path, capsys: Capture
) -> None:
    write(empty, FLAT)

    told = run(capsys, "init")

    assert told.status == 2
    assert told.out == ""
    assert "no layers found, and nothing is written" in told.err
    assert "all modules lie side by side" in told.err
    assert '    [[layers]]\n    name = "domain"\n' in told.err
    assert sorted(path.name for path in empty.glob("*.toml")) == []


def test_folders_without_usual_names_are_told_in_their_order(empty: Path, capsys: Capture) -> None:
    code = {"tool/shell/x.py": "import tool.core.x\n", "tool/core/x.py": "import re\n"}
    write(empty, {**code, "pyproject.toml": ""})

    told = run(capsys, "init")

    assert told.status == 2
    assert told.err.index('modules = ["tool.core"]') < told.err.index('modules = ["tool.shell"]')
    assert "[[tool.archlint.layers]]" in told.err


def test_a_folder_without_python_is_said_to_have_none(empty: Path, capsys: Capture) -> None:
    write(empty, {"readme.txt": "nothing"})

    told = run(capsys, "init")

    assert told.status == 2
    assert "no Python module found" in told.err


@pytest.mark.parametrize(
    ("content", "place"),
    [(b"[project\n", "pyproject.toml:1:9: "), (b"\xff\n", "pyproject.toml: is not UTF-8")],
)
def test_a_broken_pyproject_is_left_alone(
    folder: Path, capsys: Capture, content: bytes, place: str
) -> None:
    (folder / "pyproject.toml").write_bytes(content)

    told = run(capsys, "init")

    assert told.status == 2
    assert told.err.startswith(place)
    assert (folder / "pyproject.toml").read_bytes() == content


def test_a_pyproject_that_takes_no_table_is_left_alone(folder: Path, capsys: Capture) -> None:
    write(folder, {"pyproject.toml": "tool = {}\n"})

    told = run(capsys, "init")

    assert told.status == 2
    assert "use --output archlint.toml" in told.err


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_written_is_told(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _content: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)

    told = run(capsys, "init")

    assert told.status == 2
    assert told.err == "cannot write archlint.toml: Permission denied\n"


def test_a_file_that_is_there_is_not_overwritten(folder: Path, capsys: Capture) -> None:
    write(folder, {"mine.toml": "x = 1\n"})

    told = run(capsys, "init", "--output", "mine.toml")

    assert told.status == 2
    assert "is there already, and init does not overwrite it" in told.err


def test_a_style_that_finds_nothing_writes_nothing(empty: Path, capsys: Capture) -> None:
    write(empty, FLAT)

    told = run(capsys, "init", "--style", "django")

    assert told.status == 2
    assert "style django finds none of its folders" in told.err


def test_pyproject_keeps_every_byte(folder: Path, capsys: Capture) -> None:
    (folder / "pyproject.toml").write_bytes(PYPROJECT.encode())

    told = run(capsys, "init")

    new = (folder / "pyproject.toml").read_bytes()
    assert told.status == 0
    assert new.startswith(PYPROJECT.encode() + b"\r\n[tool.archlint]\r\n")
    assert not (folder / "archlint.toml").exists()


@pytest.mark.usefixtures("folder")
def test_each_assignment_is_told_with_its_reason(capsys: Capture) -> None:
    told = run(capsys, "init")

    assert told.out.splitlines() == [
        "style clean",
        "ring 0  domain: 2 modules",
        "    shop.domain       2  high    by the name domain",
        "ring 1  application: 1 module",
        "    shop.use_cases    1  high    by the name use_cases",
        "ring 2  adapters: 1 module",
        "    shop.adapters     1  high    by the name adapters",
        "ring 2  infrastructure: 1 module",
        "    shop.mail         1  medium  imports boto3",
        "all 2 imports between layers point inward",
        "in no layer: 1 module",
        "    shop/  1",
        "the first check will say:",
        *told.out.splitlines()[13:-2],
        "and exit with status 0",
        "wrote archlint.toml; look it through, then run archlint",
    ]


def test_reasons_that_names_do_not_tell_stand_in_the_file(folder: Path, capsys: Capture) -> None:
    run(capsys, "init")

    text = (folder / "archlint.toml").read_text()
    assert 'name = "domain"\nmodules = ["shop.domain"]\n' in text
    assert '    "shop.mail", # imports boto3\n' in text


@pytest.mark.parametrize("code", [CODE, BROKEN])
def test_the_first_check_says_what_was_announced(
    folder: Path, capsys: Capture, code: dict[str, str]
) -> None:
    write(folder, code)

    told = run(capsys, "init")
    first = run(capsys, "check", "--output-format", "concise")

    said = " ".join(told.out.split())
    assert " ".join(first.out.splitlines()[-1].split()) in said
    assert f"and exit with status {first.status} " in said


@pytest.mark.usefixtures("folder")
def test_what_is_written_is_valid(capsys: Capture) -> None:
    run(capsys, "init")

    told = run(capsys, "config", "validate")

    assert told.status == 0
    assert told.err == ""


def test_a_second_run_refuses(folder: Path, capsys: Capture) -> None:
    run(capsys, "init")
    before = (folder / "archlint.toml").read_bytes()

    told = run(capsys, "init")

    assert told.status == 2
    assert (folder / "archlint.toml").read_bytes() == before


def test_contexts_that_keep_apart_are_said_to_be_independent(empty: Path, capsys: Capture) -> None:
    parts = ("sales", "stock")
    code = {f"{p}/{name}/x.py": "x = 1\n" for p in parts for name in ("domain", "application")}
    write(empty, code)

    run(capsys, "init")

    text = (empty / "archlint.toml").read_text()
    assert 'modules = ["{context}.domain"]' in text
    assert tomli.loads(text)["contexts"] == {"independent": True}


def test_contexts_that_know_one_another_are_not(empty: Path, capsys: Capture) -> None:
    parts = ("sales", "stock")
    code = {f"{p}/{name}/x.py": "x = 1\n" for p in parts for name in ("domain", "application")}
    write(empty, {**code, "sales/domain/y.py": "from stock.domain.x import x\n"})

    run(capsys, "init")

    text = (empty / "archlint.toml").read_text()
    assert tomli.loads(text)["contexts"] == {"independent": False}
    assert "# contexts import 1 hidden name of one another" in text


def test_a_style_can_be_forced(empty: Path, capsys: Capture) -> None:
    write(empty, {f"app/{name}/x.py": "" for name in ("models", "services", "routers")})

    run(capsys, "init", "--style", "layered")

    settings = tomli.loads((empty / "archlint.toml").read_text())
    assert settings["style"] == "layered"
    assert [each["name"] for each in settings["layers"]] == ["domain", "application", "controllers"]


def test_source_roots_are_written(empty: Path, capsys: Capture) -> None:
    write(empty, {f"src/{path}": text for path, text in CODE.items()})

    run(capsys, "init")

    assert tomli.loads((empty / "archlint.toml").read_text())["source-roots"] == ["src"]


def test_a_django_project_gets_its_style(empty: Path, capsys: Capture) -> None:
    code = {
        "manage.py": "import django\n",
        "shop/__init__.py": "",
        "shop/models.py": "from django.db import models\nclass Order(models.Model): ...\n",
        "shop/views.py": "from django.views import View\nfrom shop.models import Order\n"
        "class Orders(View): ...\n",
    }
    write(empty, code)

    told = run(capsys, "init")

    settings = tomli.loads((empty / "archlint.toml").read_text())
    assert told.status == 0
    assert settings["style"] == "django"
    assert [each["name"] for each in settings["layers"]] == ["domain", "controllers", "composition"]
