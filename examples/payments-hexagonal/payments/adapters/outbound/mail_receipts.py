"""Receipts by mail."""

from email.message import EmailMessage
from smtplib import SMTP

from payments.core.payment import Payment
from payments.ports.driven import Receipts


class MailReceipts(Receipts):
    def __init__(self, host: str, sender: str) -> None:
        self._host = host
        self._sender = sender

    def send(self, payment: Payment) -> None:
        with SMTP(self._host) as server:
            server.send_message(self.letter(payment))

    def letter(self, payment: Payment) -> EmailMessage:
        letter = EmailMessage()
        letter["From"] = self._sender
        letter["To"] = payment.payer
        letter["Subject"] = f"Payment {payment.id}: {payment.state}"
        letter.set_content(f"{payment.amount}, reference {payment.charge_reference}\n")
        return letter
