"""archlint migrate --check: imports that both judge are counted once, libraries among them."""

from pathlib import Path

import pytest

from tests.cli.running import run, write
from tests.cli.test_migrate import CODE, LINTER, Capture


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path, CODE)


WITH_EXTERNALS = LINTER.replace("= shop", "= shop\ninclude_external_packages = True", 1)
LIBRARIES = f"""{WITH_EXTERNALS}
[importlinter:contract:database]
name = No database
type = forbidden
source_modules = shop.domain
forbidden_modules =
    sqlite3
    dbase
"""


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ({"shop/domain/cart.py": "import django\n"}, "1 import: ; 0"),
        ({"shop/adapters/tables.py": "import sqlite3\n"}, "2 imports: ; 0"),
        ({"shop/domain/cart.py": "import sqlite3\nimport sqlite3\n"}, "2 imports: ; 1"),
        ({"shop/domain/cart.py": "import dbase.tables\n"}, "2 imports: ; 1"),
        (
            {
                "shop/domain/cart.py": "from shop import tools\n",
                "shop/tools.py": "import sqlite3\n",
            },
            "1 import and 1 chain of imports: ; 1",
        ),
    ],
)
def test_forbidden_libraries_are_compared_as_well(
    folder: Path, capsys: Capture, code: dict[str, str], counts: str
) -> None:
    write(folder, {".importlinter": LIBRARIES, **code})

    done = run(capsys, "migrate", "--check")

    compared, objected = counts.split("; ")
    assert (done.status, done.err) == (0, "")
    assert f"compared {compared}import-linter's own verdict" in done.out
    assert done.out.endswith(f"\nboth object to {objected}\nthe verdicts agree\n")


def test_an_ignored_import_of_a_library_becomes_an_allowance(folder: Path, capsys: Capture) -> None:
    ignoring = f"{LIBRARIES}ignore_imports =\n    shop.domain.cart -> sqlite3\n"
    write(folder, {".importlinter": ignoring, "shop/domain/cart.py": "import sqlite3\n"})

    compared = run(capsys, "migrate", "--check")
    run(capsys, "migrate")
    done = run(capsys, "check")

    assert (compared.status, compared.err) == (0, "")
    assert (done.status, done.out[:13]) == (0, "No violations")


def test_an_import_that_several_contracts_forbid_is_one(folder: Path, capsys: Capture) -> None:
    again = f"{LINTER}\n[importlinter:contract:apart]\nname = Apart\ntype = forbidden\n"
    again += "source_modules = shop.domain\nforbidden_modules = shop.adapters\n"
    cart = {"shop/domain/cart.py": "from shop.adapters import db\n"}
    write(folder, {".importlinter": again, **cart})

    done = run(capsys, "migrate", "--check")

    assert "compared 2 imports: " in done.out
    assert done.out.endswith("both object to 1\nthe verdicts agree\n")
