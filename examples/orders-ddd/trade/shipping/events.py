"""What shipping tells the other contexts."""

from dataclasses import dataclass

from trade.kernel import DomainEvent


@dataclass(frozen=True, slots=True)
class ParcelDispatched(DomainEvent):
    order_id: str
    tracking_code: str
