"""Names are followed to where they are defined."""

from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.modules import Module
from archlint.sources.skim import skim


def names(files: dict[str, str], root: str = "") -> Names:
    modules = [Module(_dotted(path), path, path.endswith("__init__.py"), root) for path in files]
    outlines = {_dotted(path): skim(text.encode()) for path, text in files.items()}
    return Names(modules, outlines)


def _dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def resolve(files: dict[str, str], name: str, module: str = "use") -> Symbol:
    return names(files).resolve(module, name)


def test_a_name_that_nobody_binds_is_unknown() -> None:
    assert resolve({"use.py": ""}, "Order").kind is SymbolKind.UNKNOWN


def test_a_missing_name_of_an_own_package_is_not_taken_for_a_library() -> None:
    files = {"use.py": "from shop.gone import Order", "shop/__init__.py": ""}

    assert resolve(files, "Order").kind is SymbolKind.UNKNOWN


def test_a_class_is_found_where_it_is_defined() -> None:
    files = {"use.py": "from shop import Order", "shop.py": "class Order: ..."}

    assert resolve(files, "Order").dotted == "shop.Order"


def test_a_reexport_is_followed_and_remembered() -> None:
    files = {
        "use.py": "from shop import Order",
        "shop/__init__.py": "from shop.tables import OrderTable as Order",
        "shop/tables.py": "class OrderTable: ...",
    }

    symbol = resolve(files, "Order")

    assert symbol.dotted == "shop.tables.OrderTable"
    assert [place.path for place in symbol.reexports] == ["use.py", "shop/__init__.py"]


def test_a_circle_of_reexports_ends_unknown() -> None:
    files = {"use.py": "from a import X", "a.py": "from b import X", "b.py": "from a import X"}

    assert resolve(files, "X").kind is SymbolKind.UNKNOWN


def test_a_star_honours_what_a_module_exports() -> None:
    files = {"use.py": "from a import *", "a.py": "__all__ = ['X']\nclass X: ...\nclass Y: ..."}

    assert resolve(files, "X").dotted == "a.X"
    assert resolve(files, "Y").kind is SymbolKind.UNKNOWN


def test_an_alias_is_what_it_is_an_alias_of() -> None:
    files = {"use.py": "from a import Y", "a.py": "class X: ...\nY = X"}

    assert resolve(files, "Y").dotted == "a.X"


def test_what_a_call_makes_keeps_its_home_and_its_origin() -> None:
    files = {
        "use.py": "from db import Base",
        "db.py": "from sqlalchemy.orm import declarative_base\nBase = declarative_base()",
    }

    symbol = resolve(files, "Base")

    assert (symbol.module, symbol.name) == ("db", "Base")
    assert symbol.external == "sqlalchemy.orm.declarative_base()"


def test_an_attribute_of_what_a_call_makes_comes_from_outside() -> None:
    files = {
        "use.py": "from db import db",
        "db.py": "from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()",
    }

    assert resolve(files, "db.Model").external == "flask_sqlalchemy.SQLAlchemy().Model"


def test_a_submodule_is_found_when_its_package_binds_no_such_name() -> None:
    files = {"use.py": "from shop import tables", "shop/__init__.py": "", "shop/tables.py": ""}

    assert resolve(files, "tables").dotted == "shop.tables"


def test_a_folder_without_an_init_is_a_package_too() -> None:
    files = {"use.py": "import shop.tables", "shop/tables.py": "class X: ..."}

    assert resolve(files, "shop.tables.X").dotted == "shop.tables.X"


def test_a_relative_import_starts_from_the_package() -> None:
    files = {
        "shop/domain/order.py": "from ..tables import X",
        "shop/tables.py": "class X: ...",
    }

    assert resolve(files, "X", "shop.domain.order").dotted == "shop.tables.X"


def test_a_relative_import_in_an_init_starts_from_itself() -> None:
    files = {"shop/__init__.py": "from .tables import X", "shop/tables.py": "class X: ..."}

    assert resolve(files, "X", "shop").dotted == "shop.tables.X"


def test_a_lazy_export_is_followed() -> None:
    lazy = "_MAP = {'X': 'shop.tables.X'}\ndef __getattr__(name):\n    return _load(_MAP[name])\n"
    files = {
        "use.py": "from shop import X",
        "shop/__init__.py": lazy,
        "shop/tables.py": "class X: ...",
    }

    assert resolve(files, "X").dotted == "shop.tables.X"


def test_a_lazy_export_may_come_from_a_relative_place() -> None:
    lazy = "_MAP = {'X': '.tables'}\ndef __getattr__(name):\n    return _load(_MAP[name], name)\n"
    files = {
        "use.py": "from shop import X",
        "shop/__init__.py": lazy,
        "shop/tables.py": "class X: ...",
    }

    assert resolve(files, "X").dotted == "shop.tables.X"


def test_a_library_name_is_kept_in_full() -> None:
    files = {"use.py": "import sqlalchemy.orm as orm"}

    assert resolve(files, "orm.Session").external == "sqlalchemy.orm.Session"


def test_an_own_folder_named_like_a_library_is_the_own_folder() -> None:
    files = {"use.py": "from redis import Redis", "redis/__init__.py": "class Redis: ..."}

    assert resolve(files, "Redis").dotted == "redis.Redis"


def test_a_builtin_is_known_unless_the_module_binds_it() -> None:
    assert resolve({"use.py": ""}, "list").external == "builtins.list"
    assert resolve({"use.py": "class list: ..."}, "list").dotted == "use.list"


def test_a_lazy_export_may_name_the_object_in_full() -> None:
    lazy = "_MAP = {'X': 'shop.tables.Y'}\ndef __getattr__(name):\n    return _load(_MAP[name])\n"
    files = {
        "use.py": "from shop import X",
        "shop/__init__.py": lazy,
        "shop/tables.py": "class Y: ...",
    }

    assert resolve(files, "X").dotted == "shop.tables.Y"
