"""A payment, and the states that it can be in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from payments.core.amount import Amount


class PaymentError(Exception):
    """A payment that cannot be made, found or given back."""


class PaymentState(StrEnum):
    OPEN = "open"
    CHARGED = "charged"
    REFUNDED = "refunded"


@dataclass(eq=False)
class Payment:
    id: str
    payer: str
    amount: Amount
    state: PaymentState = PaymentState.OPEN
    charge_reference: str = ""

    def charged_as(self, reference: str) -> None:
        """Note under which reference the provider keeps the charge."""
        self._must_be(PaymentState.OPEN)
        self.charge_reference = reference
        self.state = PaymentState.CHARGED

    def give_back(self) -> str:
        """Mark the money as given back, and return the reference of the charge to undo."""
        self._must_be(PaymentState.CHARGED)
        self.state = PaymentState.REFUNDED
        return self.charge_reference

    def _must_be(self, state: PaymentState) -> None:
        if self.state is not state:
            raise PaymentError(f"payment {self.id} is {self.state}, not {state}")
