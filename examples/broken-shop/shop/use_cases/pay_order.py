"""A customer pays for an order."""

from shop.domain.interfaces import Clock, OrderRepository
from shop.domain.order import Order


class PayOrder:
    def __init__(self, orders: OrderRepository, clock: Clock) -> None:
        self._orders = orders
        self._clock = clock

    def execute(self, order_id: str) -> Order:
        order = self._orders.get(order_id)
        order.pay(self._clock.now())
        self._orders.save(order)
        return order
