"""The carrier fetches a paid order."""

import httpx

from shop.domain.interfaces import OrderRepository


class ShipOrder:
    def __init__(self, orders: OrderRepository, carrier_url: str) -> None:
        self._orders = orders
        self._carrier_url = carrier_url

    def execute(self, order_id: str) -> str:
        """Return the tracking code."""
        order = self._orders.get(order_id)
        parcel = {"reference": order.parcel_reference()}
        answer = httpx.post(f"{self._carrier_url}/parcels", json=parcel)
        return str(answer.json()["tracking"])
