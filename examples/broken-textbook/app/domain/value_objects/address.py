"""Where tickets are sent."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    street: str
    town: str
