"""Money that somebody gave to somebody else."""

from dataclasses import dataclass


@dataclass(eq=False)
class GiftCard:
    id: str
    owner_email: str
    balance_cents: int
    status: str = "active"
