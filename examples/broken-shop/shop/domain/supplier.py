"""Somebody from whom the shop buys."""

from datetime import date, timedelta

from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Supplier(Base):
    __tablename__ = "suppliers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    lead_days: Mapped[int]

    def delivers_on(self, ordered_on: date) -> date:
        """Return the day of delivery; nobody delivers on a Sunday."""
        day = ordered_on + timedelta(days=self.lead_days)
        return day + timedelta(days=1) if day.weekday() == 6 else day
