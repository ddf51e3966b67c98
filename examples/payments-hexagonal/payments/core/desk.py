"""The desk: charges cards and gives money back."""

from payments.core.payment import Payment, PaymentError
from payments.ports.driven import PaymentGateway, PaymentLedger, Receipts
from payments.ports.driving import ChargeCard, PaymentDesk


class CardDesk(PaymentDesk):
    def __init__(self, gateway: PaymentGateway, ledger: PaymentLedger, receipts: Receipts) -> None:
        self._gateway = gateway
        self._ledger = ledger
        self._receipts = receipts

    def charge(self, wish: ChargeCard) -> Payment:
        payment = Payment(self._ledger.next_id(), wish.payer, wish.amount)
        self._ledger.save(payment)
        payment.charged_as(self._gateway.charge(wish.card_token, wish.amount))
        return self._settle(payment)

    def refund(self, payment_id: str) -> Payment:
        payment = self._ledger.find(payment_id)
        if payment is None:
            raise PaymentError(f"no payment {payment_id}")
        self._gateway.undo(payment.give_back())
        return self._settle(payment)

    def _settle(self, payment: Payment) -> Payment:
        self._ledger.save(payment)
        self._receipts.send(payment)
        return payment
