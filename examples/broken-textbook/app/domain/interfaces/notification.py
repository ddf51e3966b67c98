"""Who tells patrons how it went."""

from abc import ABC, abstractmethod


class NotificationPort(ABC):
    @abstractmethod
    async def send(self, to: str, subject: str, body: str) -> None: ...
