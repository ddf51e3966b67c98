"""Products in a SQL database."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from shop.adapters.repositories.tables import ProductRow
from shop.domain.errors import NotFoundError
from shop.domain.interfaces import ProductRepository
from shop.domain.product import Product


class SqlProductRepository(ProductRepository):
    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, product_id: str) -> Product:
        row = self._session.get(ProductRow, product_id)
        if row is None:
            raise NotFoundError(f"no product {product_id}")
        return to_product(row)

    def save(self, product: Product) -> None:
        self._session.merge(to_row(product))

    def in_stock(self) -> list[Product]:
        query = select(ProductRow).where(ProductRow.stock > 0).order_by(ProductRow.name)
        return list(self._session.scalars(query))


def to_product(row: ProductRow) -> Product:
    return Product(row.id, row.name, row.price, row.stock)


def to_row(product: Product) -> ProductRow:
    return ProductRow(id=product.id, name=product.name, price=product.price, stock=product.stock)
