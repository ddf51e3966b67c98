"""A product never sells more than there is."""

import pytest

from shop.domain.errors import InvalidValueError, OutOfStockError
from shop.domain.product import Product
from shop.domain.values import Email, Money, OrderLine


@pytest.fixture
def mug() -> Product:
    return Product("mug", "Blue mug", Money(900), stock=3)


def test_a_sale_takes_pieces_off_the_shelf(mug: Product) -> None:
    line = mug.sell(2)

    assert (line, mug.stock) == (OrderLine("mug", 2, Money(900)), 1)


def test_more_than_the_stock_cannot_be_sold(mug: Product) -> None:
    with pytest.raises(OutOfStockError):
        mug.sell(4)


@pytest.mark.parametrize("quantity", [0, -1])
def test_less_than_one_piece_is_no_restocking(mug: Product, quantity: int) -> None:
    with pytest.raises(InvalidValueError):
        mug.restock(quantity)


def test_an_address_without_a_host_is_no_mail_address() -> None:
    with pytest.raises(InvalidValueError):
        Email("ada@")
