"""The ports: what the shop needs from the world."""

from abc import ABC, abstractmethod
from datetime import datetime

from shop.domain.order import Order
from shop.domain.product import Product


class ProductRepository(ABC):
    @abstractmethod
    def get(self, product_id: str) -> Product:
        """Return the product, or raise `NotFoundError`."""

    @abstractmethod
    def save(self, product: Product) -> None: ...


class OrderRepository(ABC):
    @abstractmethod
    def get(self, order_id: str) -> Order:
        """Return the order, or raise `NotFoundError`."""

    @abstractmethod
    def save(self, order: Order) -> None: ...


class Clock(ABC):
    @abstractmethod
    def now(self) -> datetime:
        """Return the time in UTC."""


class OrderIds(ABC):
    @abstractmethod
    def next(self) -> str:
        """Return an id that no order has had."""
