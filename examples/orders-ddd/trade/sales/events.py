"""What sales tells the other contexts."""

from dataclasses import dataclass

from trade.kernel import DomainEvent


@dataclass(frozen=True, slots=True)
class OrderSubmitted(DomainEvent):
    """An order is complete; `items` are pairs of article and quantity."""

    order_id: str
    items: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class OrderCancelled(DomainEvent):
    order_id: str
