"""Orders in a SQL database."""

from datetime import UTC

from sqlalchemy.orm import Session

from shop.adapters.repositories.tables import OrderLineRow, OrderRow
from shop.domain.errors import NotFoundError
from shop.domain.interfaces import OrderRepository
from shop.domain.order import Order, OrderStatus
from shop.domain.values import Email, Money, OrderLine


class SqlOrderRepository(OrderRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, order_id: str) -> Order:
        row = self._session.get(OrderRow, order_id)
        if row is None:
            raise NotFoundError(f"no order {order_id}")
        return to_order(row)

    def save(self, order: Order) -> None:
        self._session.merge(to_row(order))


def to_order(row: OrderRow) -> Order:
    return Order(
        id=row.id,
        customer=Email(row.email),
        lines=tuple(to_line(line) for line in row.lines),
        placed_at=row.placed_at.replace(tzinfo=UTC),
        status=OrderStatus(row.status),
    )


def to_line(row: OrderLineRow) -> OrderLine:
    return OrderLine(row.product_id, row.quantity, Money(row.unit_cents))


def to_row(order: Order) -> OrderRow:
    return OrderRow(
        id=order.id,
        email=order.customer.address,
        placed_at=order.placed_at,
        status=order.status.value,
        lines=[to_line_row(order.id, *place) for place in enumerate(order.lines)],
    )


def to_line_row(order_id: str, position: int, line: OrderLine) -> OrderLineRow:
    return OrderLineRow(
        order_id=order_id,
        position=position,
        product_id=line.product_id,
        quantity=line.quantity,
        unit_cents=line.unit_price.cents,
    )
