"""A booking, on the way from the first ticket to the payment."""

from dataclasses import dataclass
from enum import Enum

from app.domain.entities.patron import Patron
from app.domain.events import BookingSubmitted, DomainEvent, TicketAdded
from app.domain.value_objects.money import Money
from app.domain.value_objects.play import Play


class BookingStatus(Enum):
    PENDING = "pending"
    SUBMITTED = "submitted"
    PAID = "paid"


@dataclass(frozen=True)
class Ticket:
    play: Play
    seats: int


class Booking:
    def __init__(self, id: str, patron: Patron) -> None:
        self.id = id
        self.patron = patron
        self.tickets: list[Ticket] = []
        self.status = BookingStatus.PENDING
        self._events: list[DomainEvent] = []

    def add_ticket(self, play: Play, seats: int) -> None:
        self.tickets.append(Ticket(play, seats))
        self._events.append(TicketAdded(self.id, play, seats))

    def submit(self) -> None:
        if not self.tickets:
            raise ValueError("an empty booking cannot be submitted")
        if self.status is not BookingStatus.PENDING:
            raise ValueError("the booking is submitted already")
        self.status = BookingStatus.SUBMITTED
        self._events.append(BookingSubmitted(self.id))

    def is_valid(self) -> bool:
        return self.status is BookingStatus.SUBMITTED

    def total(self) -> Money:
        total = Money(0, "EUR")
        for ticket in self.tickets:
            for _ in range(ticket.seats):
                total = total.add(ticket.play.price)
        return total

    def mark_as_paid(self) -> None:
        if self.status is not BookingStatus.SUBMITTED:
            raise ValueError("only a submitted booking can be paid")
        self.status = BookingStatus.PAID
