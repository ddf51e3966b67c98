"""The use cases, with orders that are kept in memory."""

import pytest

from shop.domain.order import Order
from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder


class Kept:
    def __init__(self, order: Order) -> None:
        self.order = order

    def get(self, number: int) -> Order:
        return self.order

    def save(self, order: Order) -> None:
        self.order = order


def test_a_paid_order_cannot_be_cancelled() -> None:
    order = Order(1)
    order.add("book")
    kept = Kept(order)
    PayOrder(kept)(1)

    with pytest.raises(ValueError, match="paid"):
        CancelOrder(kept)(1)
