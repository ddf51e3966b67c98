"""Where the orders lie in the database; `Order` itself does not know."""

from typing import Any

from sqlalchemy import JSON, Column, Dialect, Enum, String, Table
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator

from trade.sales.domain.order import Order, OrderState
from trade.sales.domain.values import Money, OrderLine


class OrderLines(TypeDecorator[tuple[OrderLine, ...]]):
    """The lines of an order in one JSON column: values have no row of their own."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return [
            [line.sku, line.quantity, line.unit_price.units, line.unit_price.currency]
            for line in value or ()
        ]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[OrderLine, ...]:
        return tuple(
            OrderLine(sku, quantity, Money(units, currency))
            for sku, quantity, units, currency in value
        )


def map_sales(mapper_registry: registry) -> None:
    """Map the aggregate of sales; call it once in the life of a program."""
    orders = Table(
        "orders",
        mapper_registry.metadata,
        Column("id", String, primary_key=True),
        Column("customer_id", String, nullable=False),
        Column("currency", String(3), nullable=False),
        Column("lines", OrderLines, nullable=False),
        Column("state", Enum(OrderState), nullable=False),
    )
    columns = {"_currency": orders.c.currency, "_lines": orders.c.lines, "_state": orders.c.state}
    mapper_registry.map_imperatively(Order, orders, properties=columns)
