"""A payment goes from open to charged to refunded, and no other way."""

import pytest

from payments.core.amount import Amount, AmountError
from payments.core.payment import Payment, PaymentError, PaymentState


@pytest.fixture
def payment() -> Payment:
    return Payment("p-1", "ada@example.org", Amount(1200, "EUR"))


def test_a_charged_payment_can_be_given_back(payment: Payment) -> None:
    payment.charged_as("c-1")

    assert payment.give_back() == "c-1"


def test_an_open_payment_cannot_be_given_back(payment: Payment) -> None:
    with pytest.raises(PaymentError, match="is open, not charged"):
        payment.give_back()


def test_a_payment_is_charged_once(payment: Payment) -> None:
    payment.charged_as("c-1")

    with pytest.raises(PaymentError):
        payment.charged_as("c-2")
    assert payment.state is PaymentState.CHARGED


@pytest.mark.parametrize(("units", "currency"), [(0, "EUR"), (-5, "EUR"), (5, "euro"), (5, "eur")])
def test_some_amounts_cannot_exist(units: int, currency: str) -> None:
    with pytest.raises(AmountError):
        Amount(units, currency)
