"""Gift cards, customers, suppliers and what they say, in a SQL database."""

from typing import Any

from sqlalchemy.orm import Session

from shop.adapters.repositories.tables import CustomerRow, GiftCardRow
from shop.domain.customer import Customer
from shop.domain.errors import NotFoundError
from shop.domain.gift_card import GiftCard
from shop.domain.interfaces import (
    CustomerRepository,
    GiftCardRepository,
    ReviewRepository,
    SupplierRepository,
)
from shop.domain.supplier import Supplier


class SqlGiftCardRepository(GiftCardRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, card_id: str) -> GiftCard:
        row = self._session.get(GiftCardRow, card_id)
        if row is None:
            raise NotFoundError(f"no gift card {card_id}")
        return GiftCard(row.id, row.owner_email, row.balance_cents, row.status)

    def save(self, card: GiftCard) -> None:
        row = GiftCardRow(
            id=card.id,
            owner_email=card.owner_email,
            balance_cents=card.balance_cents,
            status=card.status,
        )
        self._session.merge(row)


class SqlCustomerRepository(CustomerRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def save(self, customer: Customer) -> None:
        row = CustomerRow(
            id=customer.id,
            name=customer.name,
            email=customer.email,
            phone=customer.phone,
            city=customer.city,
        )
        self._session.merge(row)


class SqlSupplierRepository(SupplierRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, supplier_id: str) -> Supplier:
        supplier = self._session.get(Supplier, supplier_id)
        if supplier is None:
            raise NotFoundError(f"no supplier {supplier_id}")
        return supplier


class SqlReviewRepository(ReviewRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, review: Any) -> None:
        self._session.add(review)
