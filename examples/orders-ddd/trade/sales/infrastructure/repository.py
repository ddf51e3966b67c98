"""Orders in a SQL database."""

from sqlalchemy.orm import Session

from trade.kernel import EventPublisher, UnknownAggregateError
from trade.sales.domain.order import Order, OrderRepository


class SqlOrderRepository(OrderRepository):
    def __init__(self, session: Session, publisher: EventPublisher) -> None:
        self._session = session
        self._publisher = publisher

    def get(self, order_id: str) -> Order:
        order = self._session.get(Order, order_id)
        if order is None:
            raise UnknownAggregateError(order_id)
        return order

    def save(self, order: Order) -> None:
        """Keep the order, then publish; who listens joins the same transaction."""
        self._session.add(order)
        self._session.flush()
        for event in order.release_events():
            self._publisher.publish(event)
