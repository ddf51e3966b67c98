"""Which methods and functions let the rest of the program have what is stored."""

from tests.building import codebase

PORT = """
from typing import Protocol

class Orders(Protocol):
    def find(self, key: str) -> object: ...
"""


def outlets(adapter: str, use_case: str = "") -> list[str]:
    base = codebase(
        {
            "shop/domain/orders.py": PORT,
            "shop/adapters/db.py": f"from shop.domain.orders import Orders\n{adapter}\n",
            "shop/use_cases/use.py": f"from shop.adapters.db import *\n{use_case}\n",
        }
    )
    return [outlet.function.fact.qualname for outlet in base.outlets]


def test_a_class_of_another_name_that_nobody_calls_is_none() -> None:
    assert outlets("class Cache:\n    def find(self): return 1") == []


def test_private_methods_mappers_and_sessions_are_none() -> None:
    methods = "".join(
        f"    def {name}(self): return 1\n"
        for name in (
            "_find",
            "__len__",
            "to_row",
            "map_row_to_order",
            "row_to_order",
            "get_session",
        )
    )

    assert outlets(f"class OrderRepository:\n{methods}") == []


def test_a_function_that_nobody_of_the_core_calls_is_none() -> None:
    assert outlets("def find(): return 1\ndef use(): return find()") == []


def test_a_repository_used_in_its_own_layer_only_is_none() -> None:
    store = "class OrderStore:\n    def find(self): return 1\n"

    assert outlets(f"{store}def use(store: OrderStore): return store.find()") == []


def test_a_repository_is_one_by_its_name() -> None:
    assert outlets("class OrderRepo:\n    def find(self): return 1") == ["OrderRepo.find"]


def test_an_implementation_of_an_interface_is_one() -> None:
    found = outlets(
        "class Sql(Orders):\n    def find(self, key): return 1\n    def x(self): return 1"
    )

    assert found == ["Sql.find"]


def test_a_function_that_a_use_case_calls_is_one() -> None:
    assert outlets("def find(): return 1", "def use(): return find()") == ["find"]
