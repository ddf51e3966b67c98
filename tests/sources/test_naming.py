"""Naming: every file has a name of its own."""

from pathlib import Path

from tests.sources.trees import discovered, names_of


def test_two_services_with_the_same_package_go_by_their_paths(tmp_path: Path) -> None:
    files = [
        "services/billing/app/__init__.py",
        "services/billing/app/main.py",
        "services/orders/app/__init__.py",
        "services/orders/app/main.py",
        "services/orders/extra.py",
        "services/stock/shelf/__init__.py",
    ]

    assert names_of(tmp_path, files) == [
        "services.billing.app",
        "services.billing.app.main",
        "services.orders.app",
        "services.orders.app.main",
        "services.orders.extra",
        "shelf",
    ]


def test_imports_of_services_still_start_at_their_roots(tmp_path: Path) -> None:
    found = discovered(tmp_path, ["a/app/__init__.py", "b/app/__init__.py"])

    assert [(m.name, m.import_name, m.root) for m in found.modules] == [
        ("a.app", "app", "a"),
        ("b.app", "app", "b"),
    ]


def test_parts_of_one_namespace_keep_their_names(tmp_path: Path) -> None:
    files = ["a/setup.cfg", "a/acme/mail.py", "b/setup.cfg", "b/acme/shop.py"]

    assert names_of(tmp_path, files) == ["acme.mail", "acme.shop"]


def test_loose_modules_of_the_same_name_go_by_their_paths_alone(tmp_path: Path) -> None:
    files = ["a/setup.py", "a/one/__init__.py", "b/setup.py", "b/two/__init__.py", "setup.py"]

    assert names_of(tmp_path, files) == ["one", "a.setup", "b.setup", "two", "setup"]


def test_test_code_gives_way(tmp_path: Path) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/order.py": "",
        "tests/fakes.py": "class A: ...\n",
        "tests/shop/__init__.py": "",
        "tests/shop/order.py": "from fakes import A\n",
    }

    found = discovered(tmp_path, files)

    assert [m.name for m in found.modules] == ["shop", "shop.order"]
    assert [m.name for m in found.tests] == ["tests.fakes", "tests.shop", "tests.shop.order"]


def test_a_package_hides_a_module_of_the_same_name(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["a.py", "a/__init__.py", "a/b.py"])

    assert found == ["a.__hidden__", "a", "a.b"]


def test_names_that_cannot_be_imported_are_unique_as_well(tmp_path: Path) -> None:
    found = names_of(tmp_path, ["a.b.py", "a_b.py", "a-b.py", "0001_a.py"])

    assert found == ["0001_a", "a-b", "a_b", "a_b.__hidden__"]


def test_an_init_of_a_root_goes_by_its_path(tmp_path: Path) -> None:
    files = {
        "src/__init__.py": "",
        "src/a.py": "class A: ...\n",
        "src/b.py": "from a import A\n",
    }

    found = discovered(tmp_path, files)

    assert [(m.name, m.is_package) for m in found.modules] == [
        ("src", False),
        ("a", False),
        ("b", False),
    ]


def test_an_init_at_the_top_has_a_name(tmp_path: Path) -> None:
    assert names_of(tmp_path, ["__init__.py", "a.py"]) == ["__init__", "a"]


def test_names_do_not_depend_on_the_order_of_creation(tmp_path: Path) -> None:
    files = ["a/app/__init__.py", "a/app/x.py", "b/app/__init__.py", "setup.py", "a/setup.py"]

    assert names_of(tmp_path / "one", files) == names_of(tmp_path / "two", files[::-1])
