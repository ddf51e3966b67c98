"""A submitted booking is paid, kept and confirmed."""

from dataclasses import dataclass

from app.domain.entities.booking import Booking
from app.domain.interfaces.booking_repository import BookingRepositoryPort
from app.domain.interfaces.notification import NotificationPort
from app.domain.interfaces.payment_gateway import PaymentGatewayPort


@dataclass
class BookingResult:
    success: bool
    booking: Booking | None = None
    error: str = ""


class BookingService:
    def __init__(
        self,
        bookings: BookingRepositoryPort,
        payments: PaymentGatewayPort,
        notifications: NotificationPort,
    ) -> None:
        self.bookings = bookings
        self.payments = payments
        self.notifications = notifications

    async def place(self, booking: Booking) -> BookingResult:
        if not booking.is_valid():
            return BookingResult(success=False, error="the booking is not submitted")
        payment = await self.payments.charge(booking.total(), booking.patron.id)
        if not payment.success:
            return BookingResult(success=False, error="the payment failed")
        booking.mark_as_paid()
        saved = await self.bookings.save(booking)
        await self.notifications.send(
            to=booking.patron.email.value,
            subject="Your tickets",
            body=f"Booking {booking.id} is confirmed",
        )
        return BookingResult(success=True, booking=saved)
