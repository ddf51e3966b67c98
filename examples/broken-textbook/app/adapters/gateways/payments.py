"""Two who take the money, one of them in earnest."""

import stripe

from app.domain.interfaces.payment_gateway import PaymentGatewayPort, PaymentResult
from app.domain.value_objects.money import Money


class StripePaymentAdapter(PaymentGatewayPort):
    def __init__(self, key: str) -> None:
        self._key = key

    async def charge(self, amount: Money, patron: str) -> PaymentResult:
        try:
            charge = stripe.Charge.create(
                amount=amount.amount, currency=amount.currency, customer=patron, api_key=self._key
            )
        except stripe.error.CardError as refusal:
            return PaymentResult(success=False, error=str(refusal))
        return PaymentResult(success=True, transaction_id=charge.id)


class MockPaymentAdapter(PaymentGatewayPort):
    async def charge(self, amount: Money, patron: str) -> PaymentResult:
        return PaymentResult(success=True, transaction_id="mock-123")
