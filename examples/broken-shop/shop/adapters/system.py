"""The clock on the wall, and ids drawn by lot."""

from datetime import UTC, datetime
from uuid import uuid4

from shop.domain.interfaces import Clock, OrderIds


class SystemClock(Clock):
    def now(self) -> datetime:
        return datetime.now(UTC)


class RandomOrderIds(OrderIds):
    def next(self) -> str:
        return uuid4().hex
