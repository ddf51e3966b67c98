"""A patron books, and has tickets sent."""

from app.domain.value_objects.address import Address
from app.domain.value_objects.email import Email

MOST_ADDRESSES = 5


# archlint: role=aggregate-root because a patron is changed without any booking
class Patron:
    def __init__(self, id: str, email: Email) -> None:
        self.id = id
        self.email = email
        self._addresses: list[Address] = []

    def add_address(self, address: Address) -> None:
        if len(self._addresses) >= MOST_ADDRESSES:
            raise ValueError(f"a patron has at most {MOST_ADDRESSES} addresses")
        self._addresses.append(address)
