"""Somebody with an account at the theatre."""

from dataclasses import dataclass
from datetime import datetime


@dataclass
class Visitor:
    id: str
    email: str
    name: str
    joined_at: datetime
    is_active: bool = True

    def close(self) -> None:
        self.is_active = False

    def may_book(self) -> bool:
        return self.is_active
