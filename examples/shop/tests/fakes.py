"""The ports of the shop, played by dictionaries and constants."""

from datetime import UTC, datetime

from shop.domain.errors import NotFoundError
from shop.domain.interfaces import Clock, OrderIds, OrderRepository, ProductRepository
from shop.domain.order import Order
from shop.domain.product import Product

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


class InMemoryProducts(ProductRepository):
    def __init__(self, *products: Product) -> None:
        self._products = {product.id: product for product in products}

    def get(self, product_id: str) -> Product:
        if product_id not in self._products:
            raise NotFoundError(product_id)
        return self._products[product_id]

    def save(self, product: Product) -> None:
        self._products[product.id] = product


class InMemoryOrders(OrderRepository):
    def __init__(self, *orders: Order) -> None:
        self._orders = {order.id: order for order in orders}

    def get(self, order_id: str) -> Order:
        if order_id not in self._orders:
            raise NotFoundError(order_id)
        return self._orders[order_id]

    def save(self, order: Order) -> None:
        self._orders[order.id] = order


class StoppedClock(Clock):
    def now(self) -> datetime:
        return NOON


class CountedIds(OrderIds):
    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str:
        self._last += 1
        return f"order-{self._last}"
