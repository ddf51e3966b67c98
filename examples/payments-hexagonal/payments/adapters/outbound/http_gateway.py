"""The payment provider, over HTTP."""

from http import HTTPStatus

import httpx

from payments.core.amount import Amount
from payments.core.payment import PaymentError
from payments.ports.driven import PaymentGateway


class HttpGateway(PaymentGateway):
    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def charge(self, card_token: str, amount: Amount) -> str:
        charge = {"card": card_token, "amount": amount.units, "currency": amount.currency}
        return str(self._post("/charges", charge)["reference"])

    def undo(self, charge_reference: str) -> None:
        self._post(f"/charges/{charge_reference}/refund", {})

    def _post(self, path: str, body: dict[str, object]) -> dict[str, object]:
        """Post, and say in the words of the core what went wrong."""
        try:
            answer = self._client.post(path, json=body)
        except httpx.TransportError as error:
            raise PaymentError("the payment provider does not answer") from error
        if answer.status_code == HTTPStatus.PAYMENT_REQUIRED:
            raise PaymentError("the card was declined")
        if answer.is_error:
            raise PaymentError(f"the payment provider answers {answer.status_code}")
        return dict(answer.json())
