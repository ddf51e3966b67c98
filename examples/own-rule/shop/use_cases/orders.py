"""Where orders are kept, as the use cases need it."""

from typing import Protocol

from shop.domain.order import Order


class Orders(Protocol):
    """All orders, by their numbers."""

    def get(self, number: int) -> Order:
        """Return the order of a number."""
        ...

    def save(self, order: Order) -> None:
        """Keep an order as it is now."""
        ...
