"""The use cases of sales, with a dictionary for a repository."""

import pytest

from trade.kernel import UnknownAggregateError
from trade.sales.application.ordering import DraftOrderCommand, Ordering
from trade.sales.domain.order import Order, OrderRepository, OrderState
from trade.sales.domain.values import Money


class InMemoryOrders(OrderRepository):
    def __init__(self) -> None:
        self._orders: dict[str, Order] = {}

    def get(self, order_id: str) -> Order:
        if order_id not in self._orders:
            raise UnknownAggregateError(order_id)
        return self._orders[order_id]

    def save(self, order: Order) -> None:
        self._orders[order.id] = order


@pytest.fixture
def orders() -> InMemoryOrders:
    return InMemoryOrders()


@pytest.fixture
def ordering(orders: InMemoryOrders) -> Ordering:
    ordering = Ordering(orders)
    ordering.draft(DraftOrderCommand("o-1", "ada", "EUR", (("mug", 2, 900), ("tea", 1, 450))))
    return ordering


def test_a_draft_holds_what_was_asked_for(ordering: Ordering, orders: InMemoryOrders) -> None:
    assert orders.get("o-1").total == Money(2250, "EUR")


def test_a_submitted_order_can_be_cancelled(ordering: Ordering, orders: InMemoryOrders) -> None:
    ordering.submit("o-1")

    ordering.cancel("o-1")

    assert orders.get("o-1").state is OrderState.CANCELLED
