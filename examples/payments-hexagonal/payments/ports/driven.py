"""The ports that the core drives the world by."""

from typing import Protocol

from payments.core.amount import Amount
from payments.core.payment import Payment


class PaymentGateway(Protocol):
    """Whoever moves the money; raises `PaymentError` when it cannot."""

    def charge(self, card_token: str, amount: Amount) -> str:
        """Charge the card and return the reference of the charge."""

    def undo(self, charge_reference: str) -> None:
        """Give back what was charged."""


class Receipts(Protocol):
    """Whoever tells the payer."""

    def send(self, payment: Payment) -> None: ...


class PaymentLedger(Protocol):
    """Whoever remembers the payments."""

    def next_id(self) -> str: ...

    def find(self, payment_id: str) -> Payment | None: ...

    def save(self, payment: Payment) -> None: ...
