"""A customer orders what is on the shelf."""

from collections.abc import Mapping
from dataclasses import dataclass

from shop.domain.interfaces import Clock, OrderIds, OrderRepository, ProductRepository
from shop.domain.order import Order
from shop.domain.values import Email, OrderLine


@dataclass(frozen=True, slots=True)
class PlaceOrderRequest:
    email: str
    quantities: Mapping[str, int]


class PlaceOrder:
    def __init__(
        self, products: ProductRepository, orders: OrderRepository, clock: Clock, ids: OrderIds
    ) -> None:
        self._products = products
        self._orders = orders
        self._clock = clock
        self._ids = ids

    def execute(self, request: PlaceOrderRequest) -> Order:
        customer = Email(request.email)
        lines = tuple(self._sell(*wish) for wish in request.quantities.items())
        order = Order(self._ids.next(), customer, lines, self._clock.now())
        self._orders.save(order)
        return order

    def _sell(self, product_id: str, quantity: int) -> OrderLine:
        product = self._products.get(product_id)
        line = product.sell(quantity)
        self._products.save(product)
        return line
