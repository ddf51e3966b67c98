"""Receipts on paper, or whatever the stream leads to."""

from typing import TextIO

from payments.core.payment import Payment
from payments.ports.driven import Receipts


class PrintedReceipts(Receipts):
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def send(self, payment: Payment) -> None:
        self._stream.write(f"{payment.payer}: {payment.amount} {payment.state}\n")
