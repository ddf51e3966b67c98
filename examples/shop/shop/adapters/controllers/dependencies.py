"""What the routes ask for; the composition root answers."""

from shop.use_cases.cancel_order import CancelOrder
from shop.use_cases.pay_order import PayOrder
from shop.use_cases.place_order import PlaceOrder


def place_order() -> PlaceOrder:
    raise NotImplementedError


def pay_order() -> PayOrder:
    raise NotImplementedError


def cancel_order() -> CancelOrder:
    raise NotImplementedError
