"""Where visitors are kept."""

from abc import ABC, abstractmethod

from app.domain.entities.visitor import Visitor


class VisitorRepository(ABC):
    @abstractmethod
    async def find_by_id(self, visitor_id: str) -> Visitor | None: ...

    @abstractmethod
    async def find_by_email(self, email: str) -> Visitor | None: ...

    @abstractmethod
    async def save(self, visitor: Visitor) -> Visitor: ...

    @abstractmethod
    async def delete(self, visitor_id: str) -> bool: ...
