"""The values of sales."""

from __future__ import annotations

from dataclasses import dataclass

from trade.kernel import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the smallest unit of its currency."""

    units: int
    currency: str

    def plus(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise RuleBrokenError(f"cannot add {other.currency} to {self.currency}")
        return Money(self.units + other.units, self.currency)

    def times(self, count: int) -> Money:
        return Money(self.units * count, self.currency)


@dataclass(frozen=True, slots=True)
class OrderLine:
    """So many pieces of one article."""

    sku: str
    quantity: int
    unit_price: Money

    def __post_init__(self) -> None:
        if self.quantity < 1:
            raise RuleBrokenError(f"order at least one {self.sku}")

    @property
    def price(self) -> Money:
        return self.unit_price.times(self.quantity)

    def more(self, quantity: int) -> OrderLine:
        return OrderLine(self.sku, self.quantity + quantity, self.unit_price)
