"""What can go wrong in the shop, in the words of the shop."""


class ShopError(Exception):
    """A wish that the shop cannot fulfil."""


class NotFoundError(ShopError):
    """There is no such thing in the shop."""


class InvalidValueError(ShopError):
    """A value that cannot exist."""


class OutOfStockError(ShopError):
    """Fewer pieces are left than were asked for."""


class OrderStateError(ShopError):
    """An order is past the point where this is possible."""
