"""Bookings, whose events are told once they are kept."""

from collections.abc import Iterable
from typing import Protocol

from app.domain.entities.booking import Booking
from app.domain.events import DomainEvent
from app.domain.interfaces.booking_repository import BookingRepositoryPort


class Publisher(Protocol):
    async def publish(self, event: DomainEvent) -> None: ...


class BookingRepository(BookingRepositoryPort):
    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._kept: dict[str, Booking] = {}

    async def save(self, booking: Booking) -> Booking:
        await self._persist(booking)
        await self._publish_events(booking._events)
        booking._events.clear()
        return booking

    async def _persist(self, booking: Booking) -> None:
        self._kept[booking.id] = booking

    async def _publish_events(self, events: Iterable[DomainEvent]) -> None:
        for event in events:
            await self._publisher.publish(event)
