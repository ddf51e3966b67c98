"""What happened to bookings."""

from dataclasses import dataclass

from app.domain.value_objects.play import Play


@dataclass(frozen=True)
class DomainEvent:
    booking: str


@dataclass(frozen=True)
class TicketAdded(DomainEvent):
    play: Play
    seats: int


@dataclass(frozen=True)
class BookingSubmitted(DomainEvent):
    pass
