"""Cancels an order."""

from shop.use_cases.orders import Orders


class CancelOrder:
    """Cancels the order of a number."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders

    def __call__(self, number: int) -> None:
        """Do it, and keep the order."""
        order = self._orders.get(number)
        order.cancel()
        self._orders.save(order)
