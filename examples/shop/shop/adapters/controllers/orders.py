"""Orders over HTTP."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from shop.adapters.controllers.dependencies import cancel_order, pay_order, place_order
from shop.domain.order import Order
from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder
from shop.use_cases.place_order import PlaceOrder, PlaceOrderRequest

router = APIRouter(prefix="/orders", tags=["orders"])


class NewOrderPayload(BaseModel):
    email: str
    quantities: dict[str, int]


class OrderResponse(BaseModel):
    id: str
    status: str
    total_cents: int

    @classmethod
    def from_order(cls, order: Order) -> OrderResponse:
        return cls(id=order.id, status=order.status.value, total_cents=order.total.cents)


@router.post("", status_code=201)
def place(
    payload: NewOrderPayload, use_case: Annotated[PlaceOrder, Depends(place_order)]
) -> OrderResponse:
    order = use_case.execute(PlaceOrderRequest(payload.email, payload.quantities))
    return OrderResponse.from_order(order)


@router.post("/{order_id}/payment")
def pay(order_id: str, use_case: Annotated[PayOrder, Depends(pay_order)]) -> OrderResponse:
    return OrderResponse.from_order(use_case.execute(order_id))


@router.post("/{order_id}/cancellation")
def cancel(order_id: str, use_case: Annotated[CancelOrder, Depends(cancel_order)]) -> OrderResponse:
    return OrderResponse.from_order(use_case.execute(order_id))
