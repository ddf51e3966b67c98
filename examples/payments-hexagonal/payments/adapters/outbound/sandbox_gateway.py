"""A provider without money, for those who try the program out."""

from payments.core.amount import Amount
from payments.core.payment import PaymentError
from payments.ports.driven import PaymentGateway

DECLINED = "card-declined"


class SandboxGateway(PaymentGateway):
    """Accepts every card but one."""

    def __init__(self) -> None:
        self._open_charges: set[str] = set()

    def charge(self, card_token: str, amount: Amount) -> str:
        if card_token == DECLINED:
            raise PaymentError("the card was declined")
        reference = f"sandbox-{len(self._open_charges) + 1}"
        self._open_charges.add(reference)
        return reference

    def undo(self, charge_reference: str) -> None:
        self._open_charges.discard(charge_reference)
