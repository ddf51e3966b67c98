"""What shipping does when sales has news, and when the carrier comes."""

from trade.sales.events import OrderCancelled, OrderSubmitted
from trade.shipping.domain.parcel import Parcel, ParcelRepository


class Packing:
    def __init__(self, parcels: ParcelRepository) -> None:
        self._parcels = parcels

    def start(self, event: OrderSubmitted) -> None:
        pieces = sum(quantity for _, quantity in event.items)
        self._parcels.save(Parcel(event.order_id, pieces))

    def stop(self, event: OrderCancelled) -> None:
        parcel = self._parcels.of_order(event.order_id)
        parcel.stop()
        self._parcels.save(parcel)

    def dispatch(self, order_id: str, tracking_code: str) -> None:
        parcel = self._parcels.of_order(order_id)
        parcel.dispatch(tracking_code)
        self._parcels.save(parcel)
