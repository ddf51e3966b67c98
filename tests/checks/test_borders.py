"""The rules about borders tell each pair of modules once, with all its places."""

from archlint.assembly import audit_sources
from archlint.model.finding import Finding

CONTEXTS = """
[[layers]]
name = "domain"
modules = ["shop.{context}.domain"]

[contexts]
independent = true
"""


def found(settings: str, files: dict[str, str], rule: str) -> list[Finding]:
    return [finding for finding in audit_sources(files, settings).new() if finding.rule == rule]


def test_two_modules_are_told_once_with_every_place() -> None:
    files = {
        "shop/orders/domain/order.py": "class Order: ...\nclass Line: ...\n",
        "shop/bills/domain/bill.py": (
            "from shop.orders.domain.order import Order\n\n\n"
            "def bill(order: Order):\n    from shop.orders.domain.order import Line\n\n"
            "    return Line\n"
        ),
    }

    (finding,) = found(CONTEXTS, files, "context-intrusion")

    assert finding.target == "shop.orders.domain.order"
    assert finding.message == (
        "bills imports shop.orders.domain.order (Line, Order), which orders does not publish"
    )
    assert (finding.place.line, [place.line for place in finding.also]) == (1, [5])


def test_one_name_is_told_in_full() -> None:
    files = {
        "shop/orders/domain/order.py": "class Order: ...\n",
        "shop/bills/domain/bill.py": "from shop.orders.domain.order import Order\n",
    }

    (finding,) = found(CONTEXTS, files, "context-intrusion")

    assert finding.target == "shop.orders.domain.order.Order"


def test_the_folder_of_a_context_is_its_face() -> None:
    files = {
        "shop/orders/domain/order.py": "class Order: ...\n",
        "shop/bills/domain/bill.py": "from shop import orders\n\nKIND = orders\n",
    }

    assert found(CONTEXTS, files, "context-intrusion") == []


def test_what_is_reached_through_a_folder_is_known_too() -> None:
    files = {
        "shop/orders/domain/order.py": "class Order: ...\n",
        "shop/bills/domain/bill.py": (
            "from shop.orders import domain\n\nKIND = domain.order.Order\n"
        ),
    }

    (finding,) = found(CONTEXTS, files, "context-intrusion")

    assert finding.module == "shop.bills.domain.bill"


def test_what_only_a_type_checker_sees_is_a_warning_between_independent_parts() -> None:
    settings = '[[layers]]\nname = "blue"\nmodules = ["shop.blue"]\nindependent = true\n'
    soft = "if TYPE_CHECKING:\n    from shop.blue.b import B\n"
    files = {
        "shop/blue/a.py": f"from typing import TYPE_CHECKING\n\n{soft}",
        "shop/blue/b.py": "class B: ...\n",
        "shop/blue/c.py": "from shop.blue.b import B\n",
    }

    weights = {f.module: f.severity for f in found(settings, files, "sideways-import")}

    assert weights == {"shop.blue.a": "warning", "shop.blue.c": "error"}
