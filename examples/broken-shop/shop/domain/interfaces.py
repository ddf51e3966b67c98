"""The ports: what the shop needs from the world."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from shop.domain.customer import Customer
from shop.domain.gift_card import GiftCard
from shop.domain.order import Order
from shop.domain.product import Product
from shop.domain.supplier import Supplier


class ProductRepository(ABC):
    @abstractmethod
    def get(self, product_id: str) -> Product:
        """Return the product, or raise `NotFoundError`."""

    @abstractmethod
    def save(self, product: Product) -> None: ...

    @abstractmethod
    def in_stock(self) -> Sequence[Product]: ...


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


class GiftCardRepository(ABC):
    @abstractmethod
    def get(self, card_id: str) -> GiftCard:
        """Return the card, or raise `NotFoundError`."""

    @abstractmethod
    def save(self, card: GiftCard) -> None: ...


class CustomerRepository(ABC):
    @abstractmethod
    def save(self, customer: Customer) -> None: ...


class SupplierRepository(ABC):
    @abstractmethod
    def get(self, supplier_id: str) -> Supplier:
        """Return the supplier, or raise `NotFoundError`."""


class ReviewRepository(ABC):
    @abstractmethod
    def add(self, review: Any) -> None: ...


class SalesFigures(ABC):
    @abstractmethod
    def pieces_sold(self, product_id: str, session: Session | None = None) -> int: ...
