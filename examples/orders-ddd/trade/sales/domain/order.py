"""The order: the aggregate of sales."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from trade.kernel import AggregateRoot, RuleBrokenError
from trade.sales.domain.values import Money, OrderLine
from trade.sales.events import OrderCancelled, OrderSubmitted

MOST_LINES = 20


class OrderState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CANCELLED = "cancelled"


class Order(AggregateRoot):
    def __init__(self, order_id: str, customer_id: str, currency: str) -> None:
        self.id = order_id
        self.customer_id = customer_id
        self._currency = currency
        self._lines: tuple[OrderLine, ...] = ()
        self._state = OrderState.DRAFT

    @property
    def lines(self) -> tuple[OrderLine, ...]:
        return self._lines

    @property
    def state(self) -> OrderState:
        return self._state

    @property
    def total(self) -> Money:
        total = Money(0, self._currency)
        for line in self._lines:
            total = total.plus(line.price)
        return total

    def add(self, sku: str, quantity: int, unit_price: Money) -> None:
        """Add pieces of an article; the same article at the same price stays one line."""
        self._must_be(OrderState.DRAFT)
        if unit_price.currency != self._currency:
            raise RuleBrokenError(f"order {self.id} is in {self._currency}")
        if not self._grown(sku, quantity, unit_price):
            self._append(OrderLine(sku, quantity, unit_price))

    def submit(self) -> None:
        self._must_be(OrderState.DRAFT)
        if not self._lines:
            raise RuleBrokenError(f"order {self.id} is empty")
        self._state = OrderState.SUBMITTED
        items = tuple((line.sku, line.quantity) for line in self._lines)
        self.record(OrderSubmitted(self.id, items))

    def cancel(self) -> None:
        self._must_be(OrderState.SUBMITTED)
        self._state = OrderState.CANCELLED
        self.record(OrderCancelled(self.id))

    def _grown(self, sku: str, quantity: int, unit_price: Money) -> bool:
        for position, line in enumerate(self._lines):
            if (line.sku, line.unit_price) == (sku, unit_price):
                before, after = self._lines[:position], self._lines[position + 1 :]
                self._lines = (*before, line.more(quantity), *after)
                return True
        return False

    def _append(self, line: OrderLine) -> None:
        if len(self._lines) == MOST_LINES:
            raise RuleBrokenError(f"order {self.id} has no room for another article")
        self._lines = (*self._lines, line)

    def _must_be(self, state: OrderState) -> None:
        if self._state is not state:
            raise RuleBrokenError(f"order {self.id} is {self._state}, not {state}")


class OrderRepository(Protocol):
    def get(self, order_id: str) -> Order:
        """Return the order, or raise `UnknownAggregateError`."""

    def save(self, order: Order) -> None:
        """Keep the order and publish what has happened to it."""
