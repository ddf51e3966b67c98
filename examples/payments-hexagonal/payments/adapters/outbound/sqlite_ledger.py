"""The ledger, in a SQLite file."""

import sqlite3
from uuid import uuid4

from payments.core.amount import Amount
from payments.core.payment import Payment, PaymentState
from payments.ports.driven import PaymentLedger

TABLE = """
CREATE TABLE IF NOT EXISTS payments (
    id TEXT PRIMARY KEY,
    payer TEXT NOT NULL,
    units INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    charge_reference TEXT NOT NULL
)
"""
FIND = "SELECT id, payer, units, currency, state, charge_reference FROM payments WHERE id = ?"
SAVE = "INSERT OR REPLACE INTO payments VALUES (?, ?, ?, ?, ?, ?)"


class SqliteLedger(PaymentLedger):
    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute(TABLE)

    def next_id(self) -> str:
        return uuid4().hex[:8]

    def find(self, payment_id: str) -> Payment | None:
        row = self._connection.execute(FIND, (payment_id,)).fetchone()
        if row is None:
            return None
        number, payer, units, currency, state, reference = row
        return Payment(number, payer, Amount(units, currency), PaymentState(state), reference)

    def save(self, payment: Payment) -> None:
        amount = payment.amount
        values = (payment.id, payment.payer, amount.units, amount.currency)
        self._connection.execute(SAVE, (*values, payment.state, payment.charge_reference))
