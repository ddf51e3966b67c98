"""Something that the shop sells."""

from dataclasses import dataclass

from shop.domain.errors import InvalidValueError, OutOfStockError
from shop.domain.values import Money, OrderLine


@dataclass(eq=False)
class Product:
    id: str
    name: str
    price: Money
    stock: int

    def sell(self, quantity: int) -> OrderLine:
        """Take pieces off the shelf, and write them down at today's price."""
        line = OrderLine(self.id, quantity, self.price)
        if quantity > self.stock:
            raise OutOfStockError(f"{self.name}: {self.stock} left, {quantity} wanted")
        self.stock -= quantity
        return line

    def restock(self, quantity: int) -> None:
        if quantity < 1:
            raise InvalidValueError("restock by at least one piece")
        self.stock += quantity
