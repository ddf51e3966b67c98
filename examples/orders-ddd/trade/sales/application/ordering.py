"""What a customer can do with an order."""

from collections.abc import Iterable
from dataclasses import dataclass

from trade.sales.domain.order import Order, OrderRepository
from trade.sales.domain.values import Money, OrderLine


@dataclass(frozen=True, slots=True)
class DraftOrderCommand:
    order_id: str
    customer_id: str
    currency: str
    items: tuple[tuple[str, int, int], ...]
    """Article, quantity, and the price of one piece."""

    def lines(self) -> Iterable[OrderLine]:
        for sku, quantity, units in self.items:
            yield OrderLine(sku, quantity, Money(units, self.currency))


class Ordering:
    def __init__(self, orders: OrderRepository) -> None:
        self._orders = orders

    def draft(self, command: DraftOrderCommand) -> None:
        order = Order(command.order_id, command.customer_id, command.currency)
        for line in command.lines():
            order.add(line.sku, line.quantity, line.unit_price)
        self._orders.save(order)

    def submit(self, order_id: str) -> None:
        order = self._orders.get(order_id)
        order.submit()
        self._orders.save(order)

    def cancel(self, order_id: str) -> None:
        order = self._orders.get(order_id)
        order.cancel()
        self._orders.save(order)
