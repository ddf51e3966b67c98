"""What the routes ask for; the composition root answers."""

from sqlalchemy.orm import Session

from shop.use_cases.browse_products import BrowseProducts, ExpectDelivery
from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder
from shop.use_cases.place_order import PlaceOrder
from shop.use_cases.redeem_gift_card import RedeemGiftCard
from shop.use_cases.register_customer import RegisterCustomer
from shop.use_cases.review_product import ReviewProduct
from shop.use_cases.ship_order import ShipOrder


def session() -> Session:
    raise NotImplementedError


def place_order() -> PlaceOrder:
    raise NotImplementedError


def pay_order() -> PayOrder:
    raise NotImplementedError


def cancel_order() -> CancelOrder:
    raise NotImplementedError


def ship_order() -> ShipOrder:
    raise NotImplementedError


def redeem_gift_card() -> RedeemGiftCard:
    raise NotImplementedError


def register_customer() -> RegisterCustomer:
    raise NotImplementedError


def browse_products() -> BrowseProducts:
    raise NotImplementedError


def review_product() -> ReviewProduct:
    raise NotImplementedError


def expect_delivery() -> ExpectDelivery:
    raise NotImplementedError
