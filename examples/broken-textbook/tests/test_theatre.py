"""The core works without Postgres, Stripe and a web server."""

import asyncio

import pytest

from app.adapters.controllers.visitor_controller import router
from app.adapters.repositories.booking_repository import BookingRepository
from app.domain.entities.booking import Booking, BookingStatus
from app.domain.entities.patron import Patron
from app.domain.entities.visitor import Visitor
from app.domain.events import BookingSubmitted, DomainEvent, TicketAdded
from app.domain.interfaces.payment_gateway import PaymentGatewayPort, PaymentResult
from app.domain.value_objects.address import Address
from app.domain.value_objects.email import Email
from app.domain.value_objects.money import Money
from app.domain.value_objects.play import Play
from app.use_cases.place_booking import BookingService
from app.use_cases.register_visitor import RegisterVisitorRequest, RegisterVisitorUseCase

HAMLET = Play("Hamlet", Money(2_500, "EUR"))


class Visitors:
    def __init__(self) -> None:
        self.kept: dict[str, Visitor] = {}

    async def find_by_email(self, email: str) -> Visitor | None:
        return self.kept.get(email)

    async def save(self, visitor: Visitor) -> Visitor:
        self.kept[visitor.email] = visitor
        return visitor


class Payments(PaymentGatewayPort):
    def __init__(self) -> None:
        self.charged: list[Money] = []

    async def charge(self, amount: Money, patron: str) -> PaymentResult:
        self.charged.append(amount)
        return PaymentResult(success=True, transaction_id="1")


class Letters:
    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send(self, to: str, subject: str, body: str) -> None:
        self.sent.append(to)


class Events:
    def __init__(self) -> None:
        self.published: list[DomainEvent] = []

    async def publish(self, event: DomainEvent) -> None:
        self.published.append(event)


def booking() -> Booking:
    return Booking("b1", Patron("p1", Email("ann@example.com")))


def test_an_address_is_registered_once() -> None:
    use_case = RegisterVisitorUseCase(Visitors())
    request = RegisterVisitorRequest("ann@example.com", "Ann")

    first = asyncio.run(use_case.execute(request))
    again = asyncio.run(use_case.execute(request))

    assert first.visitor and first.visitor.may_book()
    assert not again.success


def test_a_submitted_booking_is_paid_kept_and_confirmed() -> None:
    events, payments, letters = Events(), Payments(), Letters()
    booked = booking()
    booked.add_ticket(HAMLET, 2)
    booked.submit()

    result = asyncio.run(BookingService(BookingRepository(events), payments, letters).place(booked))

    assert result.success
    assert booked.status is BookingStatus.PAID
    assert payments.charged == [Money(5_000, "EUR")]
    assert [type(event) for event in events.published] == [TicketAdded, BookingSubmitted]
    assert letters.sent == ["ann@example.com"]


def test_an_empty_booking_is_not_submitted() -> None:
    with pytest.raises(ValueError, match="empty"):
        booking().submit()


def test_a_patron_has_at_most_five_addresses() -> None:
    patron = Patron("p1", Email("ann@example.com"))
    for number in range(5):
        patron.add_address(Address(f"High Street {number}", "Leeds"))

    with pytest.raises(ValueError, match="at most 5"):
        patron.add_address(Address("Low Street 1", "Leeds"))


def test_accounts_are_opened_over_http() -> None:
    assert [route.path for route in router.routes] == ["/visitors"]
