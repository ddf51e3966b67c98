"""Who takes the money."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from app.domain.value_objects.money import Money


@dataclass(frozen=True)
class PaymentResult:
    success: bool
    transaction_id: str = ""
    error: str = ""


class PaymentGatewayPort(ABC):
    @abstractmethod
    async def charge(self, amount: Money, patron: str) -> PaymentResult: ...
