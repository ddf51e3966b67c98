"""An order keeps its rules, and tells what has happened."""

import pytest

from trade.kernel import RuleBrokenError
from trade.sales.domain.order import MOST_LINES, Order, OrderState
from trade.sales.domain.values import Money, OrderLine
from trade.sales.events import OrderCancelled, OrderSubmitted

PRICE = Money(900, "EUR")


@pytest.fixture
def order() -> Order:
    return Order("o-1", "ada", "EUR")


def test_the_same_article_stays_one_line(order: Order) -> None:
    order.add("mug", 1, PRICE)
    order.add("mug", 2, PRICE)

    assert order.lines == (OrderLine("mug", 3, PRICE),)


def test_an_article_at_another_price_is_another_line(order: Order) -> None:
    order.add("mug", 1, PRICE)
    order.add("mug", 1, Money(700, "EUR"))

    assert order.total == Money(1600, "EUR")


def test_an_order_has_one_currency(order: Order) -> None:
    with pytest.raises(RuleBrokenError, match="in EUR"):
        order.add("mug", 1, Money(900, "CHF"))


def test_an_order_has_no_room_for_ever_more_articles(order: Order) -> None:
    for number in range(MOST_LINES):
        order.add(f"mug-{number}", 1, PRICE)

    with pytest.raises(RuleBrokenError, match="no room"):
        order.add("tea", 1, PRICE)


def test_an_empty_order_cannot_be_submitted(order: Order) -> None:
    with pytest.raises(RuleBrokenError, match="empty"):
        order.submit()


def test_a_submitted_order_cannot_grow(order: Order) -> None:
    order.add("mug", 1, PRICE)
    order.submit()

    with pytest.raises(RuleBrokenError, match="submitted, not draft"):
        order.add("tea", 1, PRICE)


def test_what_has_happened_is_told_once(order: Order) -> None:
    order.add("mug", 2, PRICE)
    order.submit()
    order.cancel()

    told = order.release_events()

    assert told == (OrderSubmitted("o-1", (("mug", 2),)), OrderCancelled("o-1"))
    assert order.release_events() == ()


def test_money_of_two_currencies_does_not_add_up() -> None:
    with pytest.raises(RuleBrokenError):
        PRICE.plus(Money(1, "CHF"))


def test_a_draft_cannot_be_cancelled(order: Order) -> None:
    with pytest.raises(RuleBrokenError):
        order.cancel()
    assert order.state is OrderState.DRAFT
