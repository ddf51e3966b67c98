"""Sales figures from a SQL database."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.adapters.repositories.tables import OrderLineRow
from shop.domain.interfaces import SalesFigures


class SqlSalesFigures(SalesFigures):
    def __init__(self, session: Session) -> None:
        self._session = session

    def pieces_sold(self, product_id: str, session: Session | None = None) -> int:
        query = select(func.sum(OrderLineRow.quantity)).where(OrderLineRow.product_id == product_id)
        return (session or self._session).scalar(query) or 0
