"""The tables of the shop, as SQLAlchemy sees them."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column, relationship

from shop.domain.values import Money


class Base(DeclarativeBase):
    pass


class ProductRow(Base):
    __tablename__ = "products"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    price: Mapped[Money] = composite(mapped_column("price_cents"))
    stock: Mapped[int]


class OrderRow(Base):
    __tablename__ = "orders"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str]
    placed_at: Mapped[datetime]
    status: Mapped[str]
    refunded_cents: Mapped[int] = mapped_column(default=0)
    lines: Mapped[list["OrderLineRow"]] = relationship(
        cascade="all, delete-orphan", order_by="OrderLineRow.position"
    )


class OrderLineRow(Base):
    __tablename__ = "order_lines"

    order_id: Mapped[str] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("products.id"))
    quantity: Mapped[int]
    unit_cents: Mapped[int]


class GiftCardRow(Base):
    __tablename__ = "gift_cards"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_email: Mapped[str]
    balance_cents: Mapped[int]
    status: Mapped[str]


class CustomerRow(Base):
    __tablename__ = "customers"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    city: Mapped[str]


class ReviewRow(Base):
    __tablename__ = "reviews"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[str] = mapped_column(ForeignKey("products.id"))
    stars: Mapped[int]
    text: Mapped[str]
