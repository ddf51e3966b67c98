"""A customer says what a product is like."""

from shop.adapters.repositories.tables import ReviewRow
from shop.domain.errors import InvalidValueError
from shop.domain.interfaces import ProductRepository, ReviewRepository


class ReviewProduct:
    def __init__(self, products: ProductRepository, reviews: ReviewRepository) -> None:
        self._products = products
        self._reviews = reviews

    def execute(self, product_id: str, stars: int, text: str) -> None:
        if not 1 <= stars <= 5:
            raise InvalidValueError("give one to five stars")
        product = self._products.get(product_id)
        self._reviews.add(ReviewRow(product_id=product.id, stars=stars, text=text.strip()))
