"""The composition root: chooses the adapters and starts the command line."""

import os
import sys

import httpx

from payments.adapters.inbound.cli import cli
from payments.adapters.outbound.http_gateway import HttpGateway
from payments.adapters.outbound.mail_receipts import MailReceipts
from payments.adapters.outbound.printed_receipts import PrintedReceipts
from payments.adapters.outbound.sandbox_gateway import SandboxGateway
from payments.adapters.outbound.sqlite_ledger import SqliteLedger
from payments.core.desk import CardDesk


def sandbox_desk() -> CardDesk:
    return CardDesk(SandboxGateway(), SqliteLedger("sandbox.db"), PrintedReceipts(sys.stdout))


def live_desk(provider_url: str, mail_host: str) -> CardDesk:
    gateway = HttpGateway(httpx.Client(base_url=provider_url))
    receipts = MailReceipts(mail_host, "desk@payments.example")
    return CardDesk(gateway, SqliteLedger("payments.db"), receipts)


def run() -> None:
    """Serve the command line; without a provider in the environment, in the sandbox."""
    provider_url = os.environ.get("PAYMENTS_PROVIDER")
    mail_host = os.environ.get("PAYMENTS_MAIL_HOST", "localhost")
    cli(obj=live_desk(provider_url, mail_host) if provider_url else sandbox_desk())
