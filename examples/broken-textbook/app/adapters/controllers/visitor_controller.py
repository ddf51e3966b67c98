"""Accounts over HTTP."""

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel

from app.use_cases.register_visitor import RegisterVisitorRequest, RegisterVisitorUseCase

router = APIRouter()


class RegisterVisitorDTO(BaseModel):
    email: str
    name: str


def get_register_visitor() -> RegisterVisitorUseCase:
    raise NotImplementedError


@router.post("/visitors")
async def register_visitor(
    dto: RegisterVisitorDTO, use_case: RegisterVisitorUseCase = Depends(get_register_visitor)
):
    request = RegisterVisitorRequest(email=dto.email, name=dto.name)
    response = await use_case.execute(request)
    if not response.success:
        raise HTTPException(status_code=400, detail=response.error)
    return {"visitor": response.visitor}
