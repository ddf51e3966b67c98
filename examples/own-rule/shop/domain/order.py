"""An order, and what may be done with it."""

from dataclasses import dataclass, field


@dataclass(eq=False)
class Order:
    """An order of one customer; it can be cancelled until it is paid."""

    number: int
    _lines: list[str] = field(default_factory=list)
    _state: str = "open"

    def add(self, article: str) -> None:
        """Put an article on the order."""
        self._must_be_open()
        self._lines.append(article)

    def pay(self) -> None:
        """Close the order for good."""
        self._must_be_open()
        if not self._lines:
            raise ValueError("nothing is on the order")
        self._state = "paid"

    def cancel(self) -> None:
        """Give the order up."""
        self._must_be_open()
        self._state = "cancelled"

    def _must_be_open(self) -> None:
        if self._state != "open":
            raise ValueError(f"the order is {self._state}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Order) and other.number == self.number

    def __hash__(self) -> int:
        return hash(self.number)
