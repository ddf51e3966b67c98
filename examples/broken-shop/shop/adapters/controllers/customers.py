"""Customers and their gift cards over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from shop.adapters.controllers import dependencies
from shop.use_cases.redeem_gift_card import RedeemGiftCard
from shop.use_cases.register_customer import RegisterCustomer, RegisterCustomerRequest

router = APIRouter(tags=["customers"])


class NewCustomerPayload(BaseModel):
    name: str
    email: str
    phone: str
    city: str


@router.post("/customers", status_code=201)
def register(
    payload: NewCustomerPayload,
    use_case: Annotated[RegisterCustomer, Depends(dependencies.register_customer)],
) -> str:
    request = RegisterCustomerRequest(payload.name, payload.email, payload.phone, payload.city)
    return use_case.execute(request).id


@router.post("/gift-cards/{card_id}/redemption")
def redeem(
    card_id: str,
    cents: int,
    use_case: Annotated[RedeemGiftCard, Depends(dependencies.redeem_gift_card)],
) -> int:
    return use_case.execute(card_id, cents).balance_cents
