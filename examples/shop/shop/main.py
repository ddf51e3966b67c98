"""The composition root: puts the shop together."""

from collections.abc import Iterator

from fastapi import Depends, FastAPI, Request
from sqlalchemy.orm import Session

from shop.adapters.controllers import dependencies, orders
from shop.adapters.controllers.errors import answer_shop_error
from shop.adapters.repositories.orders import SqlOrderRepository
from shop.adapters.repositories.products import SqlProductRepository
from shop.adapters.system import RandomOrderIds, SystemClock
from shop.domain.errors import ShopError
from shop.infrastructure.database import open_database
from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder
from shop.use_cases.place_order import PlaceOrder

CLOCK, IDS = SystemClock(), RandomOrderIds()


def create_app(database_url: str = "sqlite:///shop.db") -> FastAPI:
    app = FastAPI(title="Shop")
    app.state.sessions = open_database(database_url)
    app.include_router(orders.router)
    app.add_exception_handler(ShopError, answer_shop_error)
    app.dependency_overrides = {
        dependencies.place_order: place_order,
        dependencies.pay_order: pay_order,
        dependencies.cancel_order: cancel_order,
    }
    return app


def transaction(request: Request) -> Iterator[Session]:
    with request.app.state.sessions.begin() as session:
        yield session


# The scope makes FastAPI commit before it answers, not after.
PER_REQUEST = Depends(transaction, scope="function")


def place_order(session: Session = PER_REQUEST) -> PlaceOrder:
    return PlaceOrder(SqlProductRepository(session), SqlOrderRepository(session), CLOCK, IDS)


def pay_order(session: Session = PER_REQUEST) -> PayOrder:
    return PayOrder(SqlOrderRepository(session), CLOCK)


def cancel_order(session: Session = PER_REQUEST) -> CancelOrder:
    return CancelOrder(SqlOrderRepository(session), SqlProductRepository(session))
