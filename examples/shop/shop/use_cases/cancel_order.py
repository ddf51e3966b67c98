"""A customer cancels an order, and its goods go back to the shelf."""

from shop.domain.interfaces import OrderRepository, ProductRepository
from shop.domain.order import Order


class CancelOrder:
    def __init__(self, orders: OrderRepository, products: ProductRepository) -> None:
        self._orders = orders
        self._products = products

    def execute(self, order_id: str) -> Order:
        order = self._orders.get(order_id)
        order.cancel()
        self._orders.save(order)
        for line in order.lines:
            self._put_back(line.product_id, line.quantity)
        return order

    def _put_back(self, product_id: str, quantity: int) -> None:
        product = self._products.get(product_id)
        product.restock(quantity)
        self._products.save(product)
