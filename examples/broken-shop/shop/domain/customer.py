"""Somebody who buys."""

from dataclasses import dataclass


@dataclass(eq=False)
class Customer:
    id: str
    name: str
    email: str
    phone: str
    city: str
