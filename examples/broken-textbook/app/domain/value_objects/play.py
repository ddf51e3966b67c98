"""What is on, at which price."""

from dataclasses import dataclass

from app.domain.value_objects.money import Money


@dataclass(frozen=True)
class Play:
    title: str
    price: Money
