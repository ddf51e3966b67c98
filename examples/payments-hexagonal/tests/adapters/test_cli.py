"""The command line, on top of the sandbox."""

import io

import pytest
from click.testing import CliRunner, Result

from payments.adapters.inbound.cli import cli
from payments.adapters.outbound.printed_receipts import PrintedReceipts
from payments.adapters.outbound.sandbox_gateway import SandboxGateway
from payments.adapters.outbound.sqlite_ledger import SqliteLedger
from payments.core.desk import CardDesk


@pytest.fixture
def desk() -> CardDesk:
    return CardDesk(SandboxGateway(), SqliteLedger(":memory:"), PrintedReceipts(io.StringIO()))


def payments(desk: CardDesk, *arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, obj=desk)


def test_a_charge_can_be_given_back(desk: CardDesk) -> None:
    payment_id = payments(desk, "charge", "ada", "visa", "1200").output.strip()

    assert payments(desk, "refund", payment_id).output == "12.00 EUR given back\n"


def test_an_error_is_told_without_a_traceback(desk: CardDesk) -> None:
    answer = payments(desk, "charge", "ada", "visa", "0")

    assert (answer.exit_code, answer.output) == (1, "Error: nothing to charge: 0\n")
