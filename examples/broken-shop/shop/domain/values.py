"""Values of the shop: compared by content, never changed."""

from __future__ import annotations

from dataclasses import dataclass

from shop.domain.errors import InvalidValueError


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """A sum in euro cents."""

    cents: int

    def __post_init__(self) -> None:
        if self.cents < 0:
            raise InvalidValueError(f"a price cannot be negative: {self.cents}")

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def times(self, count: int) -> Money:
        return Money(self.cents * count)


@dataclass(frozen=True, slots=True)
class Email:
    """An address that mail can be sent to."""

    address: str

    def __post_init__(self) -> None:
        mailbox, _, host = self.address.partition("@")
        if not mailbox or "." not in host:
            raise InvalidValueError(f"not a mail address: {self.address!r}")


@dataclass(frozen=True, slots=True)
class OrderLine:
    """So many pieces of one product, at the price of that day."""

    product_id: str
    quantity: int
    unit_price: Money

    def __post_init__(self) -> None:
        if self.quantity < 1:
            raise InvalidValueError("order at least one piece")

    @property
    def price(self) -> Money:
        return self.unit_price.times(self.quantity)
