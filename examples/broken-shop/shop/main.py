"""The composition root: puts the shop together."""

from collections.abc import Iterator

import click
from fastapi import Depends, FastAPI, Request
from sqlalchemy.orm import Session

from shop.adapters.controllers import (
    customers,
    dependencies,
    orders,
    products,
    refunds,
    shipments,
)
from shop.adapters.controllers.errors import answer_shop_error
from shop.adapters.repositories.figures import SqlSalesFigures
from shop.adapters.repositories.orders import SqlOrderRepository
from shop.adapters.repositories.people import (
    SqlCustomerRepository,
    SqlGiftCardRepository,
    SqlReviewRepository,
    SqlSupplierRepository,
)
from shop.adapters.repositories.products import SqlProductRepository
from shop.adapters.system import RandomOrderIds, SystemClock
from shop.domain.errors import ShopError
from shop.domain.voucher import VoucherCode
from shop.infrastructure.database import open_database
from shop.use_cases.browse_products import BrowseProducts, ExpectDelivery
from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder
from shop.use_cases.place_order import PlaceOrder
from shop.use_cases.redeem_gift_card import RedeemGiftCard
from shop.use_cases.register_customer import RegisterCustomer
from shop.use_cases.review_product import ReviewProduct
from shop.use_cases.ship_order import ShipOrder

CARRIER_URL = "https://carrier.example.org"

CLOCK, IDS = SystemClock(), RandomOrderIds()


def create_app(database_url: str = "sqlite:///shop.db") -> FastAPI:
    app = FastAPI(title="Shop")
    app.state.sessions = open_database(database_url)
    for module in (orders, products, customers, refunds, shipments):
        app.include_router(module.router)
    app.add_exception_handler(ShopError, answer_shop_error)
    app.dependency_overrides = {
        dependencies.session: bare_session,
        dependencies.place_order: place_order,
        dependencies.pay_order: pay_order,
        dependencies.cancel_order: cancel_order,
        dependencies.ship_order: ship_order,
        dependencies.redeem_gift_card: redeem_gift_card,
        dependencies.register_customer: register_customer,
        dependencies.browse_products: browse_products,
        dependencies.review_product: review_product,
        dependencies.expect_delivery: expect_delivery,
    }
    return app


def transaction(request: Request) -> Iterator[Session]:
    with request.app.state.sessions.begin() as session:
        yield session


def bare_session(request: Request) -> Iterator[Session]:
    with request.app.state.sessions() as session:
        yield session


PER_REQUEST = Depends(transaction, scope="function")


def place_order(session: Session = PER_REQUEST) -> PlaceOrder:
    return PlaceOrder(SqlProductRepository(session), SqlOrderRepository(session), CLOCK, IDS)


def pay_order(session: Session = PER_REQUEST) -> PayOrder:
    return PayOrder(SqlOrderRepository(session), CLOCK)


def cancel_order(session: Session = PER_REQUEST) -> CancelOrder:
    return CancelOrder(SqlOrderRepository(session), SqlProductRepository(session))


def ship_order(session: Session = PER_REQUEST) -> ShipOrder:
    return ShipOrder(SqlOrderRepository(session), CARRIER_URL)


def redeem_gift_card(session: Session = PER_REQUEST) -> RedeemGiftCard:
    return RedeemGiftCard(SqlGiftCardRepository(session))


def register_customer(session: Session = PER_REQUEST) -> RegisterCustomer:
    return RegisterCustomer(SqlCustomerRepository(session), IDS)


def browse_products(session: Session = PER_REQUEST) -> BrowseProducts:
    return BrowseProducts(SqlProductRepository(session), SqlSalesFigures(session))


def review_product(session: Session = PER_REQUEST) -> ReviewProduct:
    return ReviewProduct(SqlProductRepository(session), SqlReviewRepository(session))


def expect_delivery(session: Session = PER_REQUEST) -> ExpectDelivery:
    return ExpectDelivery(SqlSupplierRepository(session))


@click.command()
@click.argument("code", type=VoucherCode())
def check_voucher(code: int) -> None:
    """Say what a voucher is worth."""
    click.echo(f"{code} percent off")
