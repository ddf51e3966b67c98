"""The shelf over HTTP."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from shop.adapters.controllers import dependencies
from shop.use_cases.browse_products import BrowseProducts, ExpectDelivery
from shop.use_cases.review_product import ReviewProduct

router = APIRouter(tags=["products"])


class ProductResponse(BaseModel):
    id: str
    name: str
    price_cents: int


class ReviewPayload(BaseModel):
    stars: int
    text: str


@router.get("/products")
def browse(
    use_case: Annotated[BrowseProducts, Depends(dependencies.browse_products)],
) -> list[ProductResponse]:
    return [
        ProductResponse(id=product.id, name=product.name, price_cents=product.price.cents)
        for product in use_case.execute()
    ]


@router.post("/products/{product_id}/reviews", status_code=201)
def review(
    product_id: str,
    payload: ReviewPayload,
    use_case: Annotated[ReviewProduct, Depends(dependencies.review_product)],
) -> None:
    use_case.execute(product_id, payload.stars, payload.text)


@router.get("/suppliers/{supplier_id}/delivery")
def delivery(
    supplier_id: str,
    ordered_on: date,
    use_case: Annotated[ExpectDelivery, Depends(dependencies.expect_delivery)],
) -> date:
    return use_case.execute(supplier_id, ordered_on)
