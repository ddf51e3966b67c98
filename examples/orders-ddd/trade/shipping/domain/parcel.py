"""The parcel: the aggregate of shipping."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from trade.kernel import AggregateRoot, RuleBrokenError
from trade.shipping.events import ParcelDispatched


class ParcelState(StrEnum):
    PACKING = "packing"
    STOPPED = "stopped"
    DISPATCHED = "dispatched"


class Parcel(AggregateRoot):
    """The goods of one order; it refers to the order by its id."""

    def __init__(self, order_id: str, pieces: int) -> None:
        if pieces < 1:
            raise RuleBrokenError("nobody ships an empty parcel")
        self.id = f"parcel-{order_id}"
        self.order_id = order_id
        self.pieces = pieces
        self._state = ParcelState.PACKING

    @property
    def state(self) -> ParcelState:
        return self._state

    def dispatch(self, tracking_code: str) -> None:
        self._must_be_packing()
        self._state = ParcelState.DISPATCHED
        self.record(ParcelDispatched(self.order_id, tracking_code))

    def stop(self) -> None:
        self._must_be_packing()
        self._state = ParcelState.STOPPED

    def _must_be_packing(self) -> None:
        if self._state is not ParcelState.PACKING:
            raise RuleBrokenError(f"{self.id} is already {self._state}")


class ParcelRepository(Protocol):
    def of_order(self, order_id: str) -> Parcel:
        """Return the parcel of the order, or raise `UnknownAggregateError`."""

    def save(self, parcel: Parcel) -> None:
        """Keep the parcel and publish what has happened to it."""
