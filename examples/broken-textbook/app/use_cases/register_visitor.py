"""Somebody opens an account."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from app.domain.entities.visitor import Visitor
from app.domain.interfaces.visitor_repository import VisitorRepository


@dataclass
class RegisterVisitorRequest:
    email: str
    name: str


@dataclass
class RegisterVisitorResponse:
    visitor: Visitor | None
    success: bool
    error: str = ""


class RegisterVisitorUseCase:
    def __init__(self, visitors: VisitorRepository) -> None:
        self.visitors = visitors

    async def execute(self, request: RegisterVisitorRequest) -> RegisterVisitorResponse:
        existing = await self.visitors.find_by_email(request.email)
        if existing:
            return RegisterVisitorResponse(None, success=False, error="the address is known")
        visitor = Visitor(
            id=str(uuid.uuid4()),
            email=request.email,
            name=request.name,
            joined_at=datetime.now(),
        )
        saved = await self.visitors.save(visitor)
        return RegisterVisitorResponse(saved, success=True)
