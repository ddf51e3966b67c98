"""Parcels over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends

from shop.adapters.controllers.dependencies import ship_order
from shop.use_cases.ship_order import ShipOrder

router = APIRouter(tags=["shipments"])


@router.post("/orders/{order_id}/shipment")
def ship(order_id: str, use_case: Annotated[ShipOrder, Depends(ship_order)]) -> str:
    return use_case.execute(order_id)
