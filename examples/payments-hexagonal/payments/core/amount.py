"""Amounts of money, which know their currency."""

from __future__ import annotations

from dataclasses import dataclass


class AmountError(ValueError):
    """No such amount can be charged."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount above zero, in the smallest unit of its currency."""

    units: int
    currency: str

    def __post_init__(self) -> None:
        if self.units <= 0:
            raise AmountError(f"nothing to charge: {self.units}")
        if len(self.currency) != 3 or not self.currency.isupper():
            raise AmountError(f"not a currency: {self.currency!r}")

    def __str__(self) -> str:
        return f"{self.units / 100:.2f} {self.currency}"
