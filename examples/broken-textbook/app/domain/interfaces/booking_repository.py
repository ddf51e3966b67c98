"""Where bookings are kept."""

from abc import ABC, abstractmethod

from app.domain.entities.booking import Booking


class BookingRepositoryPort(ABC):
    @abstractmethod
    async def save(self, booking: Booking) -> Booking: ...
