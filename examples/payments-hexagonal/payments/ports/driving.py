"""The port that the world drives the core by."""

from dataclasses import dataclass
from typing import Protocol

from payments.core.amount import Amount
from payments.core.payment import Payment


@dataclass(frozen=True, slots=True)
class ChargeCard:
    """The wish to charge a card."""

    payer: str
    card_token: str
    amount: Amount


class PaymentDesk(Protocol):
    def charge(self, wish: ChargeCard) -> Payment: ...

    def refund(self, payment_id: str) -> Payment: ...
