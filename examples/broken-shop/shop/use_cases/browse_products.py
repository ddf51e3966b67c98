"""What a clerk and a customer want to know about the shelf."""

from datetime import date

from shop.domain.interfaces import ProductRepository, SalesFigures, SupplierRepository
from shop.domain.product import Product


class BrowseProducts:
    def __init__(self, products: ProductRepository, figures: SalesFigures) -> None:
        self._products = products
        self._figures = figures

    def execute(self) -> list[Product]:
        """Return the products in stock, best sellers first."""
        return sorted(self._products.in_stock(), key=self._pieces_sold, reverse=True)

    def _pieces_sold(self, product: Product) -> int:
        return self._figures.pieces_sold(product.id)


class ExpectDelivery:
    def __init__(self, suppliers: SupplierRepository) -> None:
        self._suppliers = suppliers

    def execute(self, supplier_id: str, ordered_on: date) -> date:
        return self._suppliers.get(supplier_id).delivers_on(ordered_on)
