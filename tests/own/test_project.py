"""The facts that rules of one's own see."""

from archlint.own import Project
from tests.building import codebase

FILES = {
    "shop/__init__.py": "",
    "shop/domain/__init__.py": "from shop.domain.order import Order\n",
    "shop/domain/order.py": (
        "import functools\n"
        "from typing import TYPE_CHECKING, Protocol\n"
        "if TYPE_CHECKING:\n"
        "    from shop.adapters.db import Session\n"
        "class Orders(Protocol):\n"
        "    def get(self, number: int) -> 'Order': ...\n"
        "class Order:\n"
        "    total: int = 0\n"
        "    @functools.cache\n"
        "    async def pay(self, by: str) -> None:\n"
        "        print(by)\n"
    ),
    "shop/adapters/db.py": (
        "import sqlalchemy.orm as orm\n"
        "from shop.domain import Order\n"
        "class Session(orm.Session): ...\n"
        "def pay(order: Order, unknown) -> None:\n"
        "    order.pay('card')\n"
        "    unknown.pay()\n"
        "    print = len\n"
        "    print(order)\n"
        "start = Session()\n"
    ),
}
PROJECT = Project(codebase(FILES))


def called(path: str) -> list[tuple[int, str, str]]:
    calls = (call for call in PROJECT.calls if call.place.path == path)
    return [(call.place.line, call.name, call.symbol) for call in calls]


def test_modules_know_their_layers() -> None:
    found = {module.name: module.layer and module.layer.name for module in PROJECT.modules}

    assert found == {
        "shop": None,
        "shop.domain": "domain",
        "shop.domain.order": "domain",
        "shop.adapters.db": "adapters",
    }
    assert PROJECT.module("shop.nowhere") is None


def test_layers_are_told_innermost_first() -> None:
    assert [(layer.name, layer.ring, layer.role) for layer in PROJECT.layers] == [
        ("domain", 0, "domain"),
        ("use cases", 1, "application"),
        ("adapters", 2, "adapters"),
    ]


def test_an_import_is_told_by_what_it_stands_for() -> None:
    found = [
        (each.name, each.owner and each.owner.name, each.library)
        for each in PROJECT.imports
        if each.module.name == "shop.adapters.db"
    ]

    assert found == [
        ("sqlalchemy.orm", None, "sqlalchemy.orm"),
        ("shop.domain.order.Order", "shop.domain.order", ""),
    ]


def test_an_import_for_type_checkers_is_told_as_one() -> None:
    assert [each.name for each in PROJECT.imports if each.is_typing_only] == [
        "shop.adapters.db.Session"
    ]


def test_calls_of_what_is_unknown_or_hidden_by_a_local_name_are_left_out() -> None:
    assert called("shop/adapters/db.py") == [
        (5, "shop.domain.order.Order.pay", "pay"),
        (9, "shop.adapters.db.Session", ""),
    ]


def test_a_call_knows_the_method_it_stands_in() -> None:
    assert called("shop/domain/order.py") == [(11, "builtins.print", "Order.pay")]


def test_a_class_is_told_with_what_it_is_for() -> None:
    orders, order, session = sorted(PROJECT.classes, key=lambda each: each.symbol[-1:] != "s")[:3]
    found = {each.name: each for each in (orders, order, session)}

    assert found["Orders"].role == "port"
    assert found["Order"].fields == ("total",)
    assert found["Session"].ancestors == ("sqlalchemy.orm.Session",)
    assert found["Order"].full_name == "shop.domain.order.Order"


def test_a_method_is_told_with_its_decorators_and_what_callers_give() -> None:
    (order,) = (each for each in PROJECT.classes if each.name == "Order")

    (pay,) = order.methods
    assert (pay.symbol, pay.parameters, pay.is_async, pay.is_method) == (
        *("Order.pay", ("by",)),
        *(True, True),
    )
    assert pay.decorators == ("functools.cache",)
    assert pay in PROJECT.functions
