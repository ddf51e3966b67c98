"""Money back, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.orm import Session

from shop.adapters.controllers.dependencies import session as get_session
from shop.adapters.repositories.tables import OrderRow

router = APIRouter(tags=["refunds"])

HANDLING_CENTS = 250


@router.post("/orders/{order_id}/refund")
def refund(order_id: str, session: Annotated[Session, Depends(get_session)]) -> dict[str, int]:
    order = session.get(OrderRow, order_id)
    if order is None:
        raise HTTPException(404, f"no order {order_id}")
    if order.status != "paid":
        raise HTTPException(409, f"order {order_id} is {order.status}")
    goods_cents = 0
    for line in order.lines:
        goods_cents += line.quantity * line.unit_cents
    order.refunded_cents = max(goods_cents - HANDLING_CENTS, 0)
    order.status = "refunded"
    session.commit()
    return {"refunded_cents": order.refunded_cents}
