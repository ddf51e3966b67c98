"""What a customer has ordered, from the till to the door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shop.domain.errors import InvalidValueError, OrderStateError
from shop.domain.values import Email, Money, OrderLine

PAYABLE_FOR = timedelta(days=14)


class OrderStatus(StrEnum):
    OPEN = "open"
    PAID = "paid"
    CANCELLED = "cancelled"


@dataclass(eq=False)
class Order:
    id: str
    customer: Email
    lines: tuple[OrderLine, ...]
    placed_at: datetime
    status: OrderStatus = OrderStatus.OPEN

    def __post_init__(self) -> None:
        if not self.lines:
            raise InvalidValueError("an order needs at least one line")

    @property
    def total(self) -> Money:
        return sum((line.price for line in self.lines), start=Money(0))

    def pay(self, now: datetime) -> None:
        """Mark the order as paid; an open order can be paid for fourteen days."""
        self._must_be_open()
        if now > self.placed_at + PAYABLE_FOR:
            raise OrderStateError(f"order {self.id} has lapsed")
        self.status = OrderStatus.PAID

    def cancel(self) -> None:
        self._must_be_open()
        self.status = OrderStatus.CANCELLED

    def _must_be_open(self) -> None:
        if self.status is not OrderStatus.OPEN:
            raise OrderStateError(f"order {self.id} is already {self.status}")
