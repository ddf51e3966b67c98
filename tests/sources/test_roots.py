"""Roots: the names by which a project itself imports its modules."""

from pathlib import Path

import pytest

from tests.sources.trees import discovered, names_of

INSTALLED = "import redis\nfrom redis import Redis\nfrom redis.asyncio import Redis as Later\n"


def test_a_flat_layout_starts_at_the_top(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["main.py", "shop/__init__.py", "shop/domain/order.py"])

    assert found == ["main", "shop", "shop.domain.order"]


def test_a_src_layout_starts_in_src(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["setup.py", "src/shop/__init__.py", "src/shop/order.py"])

    assert found == ["setup", "shop", "shop.order"]


def test_src_is_a_root_without_packages_too(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["src/shop/order.py", "src/main.py"])

    assert found == ["main", "shop.order"]


def test_src_is_part_of_the_name_where_the_code_says_so(tmp_path: Path) -> None:
    files = {
        "src/shop/order.py": "from src.shop.money import Money\n",
        "src/shop/money.py": "",
    }

    assert names_of(tmp_path, files) == ["src.shop.money", "src.shop.order"]


@pytest.mark.parametrize("init", ["", "src/__init__.py"])
def test_the_code_decides_against_its_tests(tmp_path: Path, init: str) -> None:
    files = {
        "src/shop/order.py": "from shop.money import Money\n",
        "src/shop/money.py": "class Money: ...\n",
        "tests/test_a.py": "from src.shop.money import Money\nfrom src.shop import order\n",
    }

    found = discovered(tmp_path, files | ({init: ""} if init else {}))

    assert {"shop.money", "shop.order"} < {m.name for m in found.modules} | {""}
    assert [m.name for m in found.tests] == ["tests.test_a"]


def test_tests_decide_where_the_code_says_nothing(tmp_path: Path) -> None:
    files = {
        "src/shop/order.py": "from .money import Money\n",
        "src/shop/money.py": "",
        "tests/test_a.py": "from src.shop.money import Money\n",
    }

    assert names_of(tmp_path, files)[:2] == ["src.shop.money", "src.shop.order"]


def test_folders_without_packages_start_where_imports_do(tmp_path: Path) -> None:
    files = {
        "backend/domain/order.py": "",
        "backend/main.py": "from domain.order import Order\n",
    }
    files["backend/domain/order.py"] = "class Order: ...\n"

    assert names_of(tmp_path, files) == ["domain.order", "main"]


def test_folders_without_packages_may_start_at_the_top(tmp_path: Path) -> None:
    files = {
        "backend/domain/order.py": "class Order: ...\n",
        "backend/main.py": "from backend.domain.order import Order\n",
    }

    assert names_of(tmp_path, files) == ["backend.domain.order", "backend.main"]


def test_a_package_in_a_plain_folder_starts_there(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["backend/app/__init__.py", "backend/app/a.py", "backend/main.py"])

    assert found == ["app", "app.a", "main"]


def test_imports_outweigh_the_place_of_a_package(tmp_path: Path) -> None:
    files = {
        "app/core/__init__.py": "",
        "app/core/a.py": "",
        "app/main.py": "from app.core.a import A\nfrom app.core import a\n",
    }

    assert names_of(tmp_path, files) == ["app.core", "app.core.a", "app.main"]


def test_a_folder_inside_a_package_belongs_to_it(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["app/__init__.py", "app/plugins/mail/__init__.py"])

    assert found == ["app", "app.plugins.mail"]


def test_a_package_may_be_a_root_all_the_same(tmp_path: Path) -> None:
    files = {
        "backend/__init__.py": "",
        "backend/models.py": "class User: ...\n",
        "backend/main.py": "from models import User\n",
    }

    assert names_of(tmp_path, files) == ["backend", "main", "models"]


@pytest.mark.parametrize("init", ["", "app/__init__.py"])
def test_a_module_called_like_a_library_makes_no_root(tmp_path: Path, init: str) -> None:
    files = {
        "app/redis.py": INSTALLED + "def connect(): ...\n",
        "app/cache.py": INSTALLED,
        "app/main.py": "from app.cache import a\nfrom app.redis import connect\n",
        "app/db/sqlalchemy/orders.py": "from sqlalchemy import Column\n",
        "app/db/orders.py": "from sqlalchemy.orm import Session\n",
    }

    found = discovered(tmp_path, files | ({init: ""} if init else {}))

    assert found.roots == ("",)


def test_a_module_called_like_one_of_the_standard_library_makes_no_root(tmp_path: Path) -> None:
    files = {
        "app/types.py": "class A: ...\n",
        "app/a.py": "from types import A\nfrom app.types import A\n",
    }

    assert discovered(tmp_path, files).roots == ("",)


def test_the_folder_of_django_is_a_root(tmp_path: Path) -> None:
    files = ["site/manage.py", "site/orders/__init__.py", "site/orders/views.py", "docs/conf.py"]

    assert names_of(tmp_path, files) == ["docs.conf", "manage", "orders", "orders.views"]


def test_each_project_of_a_monorepo_has_its_roots(tmp_path: Path) -> None:
    files = [
        "libs/money/pyproject.toml",
        "libs/money/src/money/amount.py",
        "services/shop/setup.py",
        "services/shop/shop/order.py",
        "tools/release.py",
    ]

    found = discovered(tmp_path, files)

    assert [m.name for m in found.modules] == [
        "money.amount",
        "setup",
        "shop.order",
        "tools.release",
    ]
    assert [m.root for m in found.modules] == [
        "libs/money/src",
        "services/shop",
        "services/shop",
        "",
    ]


def test_test_code_makes_no_root_by_its_place(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["shop/__init__.py", "tests/unit/__init__.py", "tests/unit/a.py"])

    assert found == ["shop", "tests.unit", "tests.unit.a"]


@pytest.mark.parametrize("root", ["backend", "./backend", "backend/", "*end"])
def test_the_settings_may_name_the_roots(tmp_path: Path, root: str) -> None:
    files = {
        "backend/domain/order.py": "import backend.domain.order\n",
        "scripts/a.py": "",
    }

    assert names_of(tmp_path, files, roots=(root,)) == ["domain.order", "scripts.a"]


def test_the_innermost_named_root_counts(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["a/b.py", "a/c/d.py"], roots=(".", "a", "a/c"))

    assert found == ["b", "d"]
