"""Shipping reacts to the news of sales."""

import pytest

from trade.kernel import RuleBrokenError, UnknownAggregateError
from trade.sales.events import OrderCancelled, OrderSubmitted
from trade.shipping.application.packing import Packing
from trade.shipping.domain.parcel import Parcel, ParcelRepository, ParcelState
from trade.shipping.events import ParcelDispatched


class InMemoryParcels(ParcelRepository):
    def __init__(self) -> None:
        self._parcels: dict[str, Parcel] = {}

    def of_order(self, order_id: str) -> Parcel:
        if order_id not in self._parcels:
            raise UnknownAggregateError(order_id)
        return self._parcels[order_id]

    def save(self, parcel: Parcel) -> None:
        self._parcels[parcel.order_id] = parcel


@pytest.fixture
def parcels() -> InMemoryParcels:
    return InMemoryParcels()


@pytest.fixture
def packing(parcels: InMemoryParcels) -> Packing:
    packing = Packing(parcels)
    packing.start(OrderSubmitted("o-1", (("mug", 2), ("tea", 1))))
    return packing


def test_a_parcel_holds_every_piece(packing: Packing, parcels: InMemoryParcels) -> None:
    assert parcels.of_order("o-1").pieces == 3


def test_a_cancelled_order_stops_its_parcel(packing: Packing, parcels: InMemoryParcels) -> None:
    packing.stop(OrderCancelled("o-1"))

    assert parcels.of_order("o-1").state is ParcelState.STOPPED


def test_a_dispatch_is_told(packing: Packing, parcels: InMemoryParcels) -> None:
    packing.dispatch("o-1", "T-7")

    assert parcels.of_order("o-1").release_events() == (ParcelDispatched("o-1", "T-7"),)


def test_what_is_on_its_way_cannot_be_stopped(packing: Packing) -> None:
    packing.dispatch("o-1", "T-7")

    with pytest.raises(RuleBrokenError, match="already dispatched"):
        packing.stop(OrderCancelled("o-1"))
