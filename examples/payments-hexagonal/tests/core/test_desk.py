"""The desk, with fakes at its ports."""

import pytest

from payments.core.amount import Amount
from payments.core.desk import CardDesk
from payments.core.payment import Payment, PaymentError, PaymentState
from payments.ports.driven import PaymentGateway, PaymentLedger, Receipts
from payments.ports.driving import ChargeCard


class ObedientGateway(PaymentGateway):
    def __init__(self) -> None:
        self.undone: list[str] = []

    def charge(self, card_token: str, amount: Amount) -> str:
        if card_token == "stolen":
            raise PaymentError("the card was declined")
        return f"{card_token}-{amount.units}"

    def undo(self, charge_reference: str) -> None:
        self.undone.append(charge_reference)


class DictLedger(PaymentLedger):
    def __init__(self) -> None:
        self.payments: dict[str, Payment] = {}

    def next_id(self) -> str:
        return f"p-{len(self.payments) + 1}"

    def find(self, payment_id: str) -> Payment | None:
        return self.payments.get(payment_id)

    def save(self, payment: Payment) -> None:
        self.payments[payment.id] = payment


class ReceiptRoll(Receipts):
    def __init__(self) -> None:
        self.states: list[PaymentState] = []

    def send(self, payment: Payment) -> None:
        self.states.append(payment.state)


class Counter:
    """A desk, and what stands around it."""

    def __init__(self) -> None:
        self.gateway, self.ledger, self.receipts = ObedientGateway(), DictLedger(), ReceiptRoll()
        self.desk = CardDesk(self.gateway, self.ledger, self.receipts)


@pytest.fixture
def counter() -> Counter:
    return Counter()


def wish(card_token: str = "visa") -> ChargeCard:
    return ChargeCard("ada@example.org", card_token, Amount(1200, "EUR"))


def test_a_charge_is_kept_and_receipted(counter: Counter) -> None:
    payment = counter.desk.charge(wish())

    assert counter.ledger.find(payment.id) is payment
    assert counter.receipts.states == [PaymentState.CHARGED]


def test_a_declined_card_leaves_an_open_payment(counter: Counter) -> None:
    with pytest.raises(PaymentError):
        counter.desk.charge(wish("stolen"))

    assert counter.ledger.payments["p-1"].state is PaymentState.OPEN


def test_a_refund_undoes_the_charge(counter: Counter) -> None:
    payment = counter.desk.charge(wish())

    counter.desk.refund(payment.id)

    assert counter.gateway.undone == ["visa-1200"]


def test_an_unknown_payment_cannot_be_refunded(counter: Counter) -> None:
    with pytest.raises(PaymentError, match="no payment p-9"):
        counter.desk.refund("p-9")
