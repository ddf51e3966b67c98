"""The driven adapters keep what their ports promise."""

import httpx
import pytest

from payments.adapters.outbound.http_gateway import HttpGateway
from payments.adapters.outbound.mail_receipts import MailReceipts
from payments.adapters.outbound.sandbox_gateway import DECLINED, SandboxGateway
from payments.adapters.outbound.sqlite_ledger import SqliteLedger
from payments.core.amount import Amount
from payments.core.payment import Payment, PaymentError, PaymentState
from payments.ports.driven import PaymentGateway

TWELVE = Amount(1200, "EUR")


def provider(request: httpx.Request) -> httpx.Response:
    if DECLINED in request.content.decode():
        return httpx.Response(402)
    return httpx.Response(200, json={"reference": "c-1"})


def http_gateway() -> HttpGateway:
    transport = httpx.MockTransport(provider)
    return HttpGateway(httpx.Client(base_url="https://pay.example", transport=transport))


@pytest.fixture(params=[http_gateway, SandboxGateway])
def gateway(request: pytest.FixtureRequest) -> PaymentGateway:
    made: PaymentGateway = request.param()
    return made


def test_a_charge_has_a_reference_to_undo_it_by(gateway: PaymentGateway) -> None:
    reference = gateway.charge("visa", TWELVE)

    gateway.undo(reference)

    assert reference


def test_a_declined_card_is_an_error_of_the_core(gateway: PaymentGateway) -> None:
    with pytest.raises(PaymentError, match="declined"):
        gateway.charge(DECLINED, TWELVE)


def test_the_ledger_remembers_every_field() -> None:
    ledger = SqliteLedger(":memory:")
    ledger.save(Payment("p-1", "ada@example.org", TWELVE, PaymentState.CHARGED, "c-1"))

    found = ledger.find("p-1")

    assert found is not None
    assert (found.amount, found.state, found.charge_reference) == (TWELVE, "charged", "c-1")


def test_a_letter_names_payer_and_state() -> None:
    payment = Payment("p-1", "ada@example.org", TWELVE, PaymentState.CHARGED, "c-1")

    letter = MailReceipts("localhost", "desk@payments.example").letter(payment)

    assert (letter["To"], letter["Subject"]) == ("ada@example.org", "Payment p-1: charged")
