"""Products in a SQL database."""

from sqlalchemy.orm import Session

from shop.adapters.repositories.tables import ProductRow
from shop.domain.errors import NotFoundError
from shop.domain.interfaces import ProductRepository
from shop.domain.product import Product
from shop.domain.values import Money


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


def to_product(row: ProductRow) -> Product:
    return Product(row.id, row.name, Money(row.price_cents), row.stock)


def to_row(product: Product) -> ProductRow:
    return ProductRow(
        id=product.id, name=product.name, price_cents=product.price.cents, stock=product.stock
    )
