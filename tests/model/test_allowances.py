from datetime import date

import pytest

from archlint.model.architecture.allowances import Allowance, excused
from archlint.model.architecture.patterns import Pattern
from archlint.model.finding import Finding, State
from archlint.model.place import Place

TODAY = date(2027, 3, 1)
FINDING = Finding(
    rule="outward-import",
    place=Place("shop/domain/order.py", 3),
    module="shop.domain.order",
    symbol="Order.confirm",
    target="shop.adapters.db.Session",
    message="",
    help="",
)


def allowance(
    source: str | None = None,
    target: str | None = None,
    rule: str = "outward-import",
    until: date | None = None,
) -> Allowance:
    return Allowance(
        rule=rule,
        because="the ledger moves",
        declared=Place("archlint.toml"),
        source=Pattern(source) if source else None,
        target=Pattern(target) if target else None,
        until=until,
    )


@pytest.mark.parametrize(
    "other",
    [
        allowance("shop.domain", rule="outward-chain"),
        allowance("shop.domain.orders"),
        allowance("shop.domain.order.Order.cancel"),
        allowance("shop.domain.__init__"),
        allowance("shop.domain", "shop.adapters.mail"),
        allowance(target="sqlalchemy"),
    ],
)
def test_other_findings_are_not_covered(other: Allowance) -> None:
    assert not other.covers(FINDING)


@pytest.mark.parametrize(
    "fitting",
    [
        allowance("shop.domain.order"),
        allowance("shop.**"),
        allowance("shop.domain.order.Order"),
        allowance("shop.domain.*.Order.confirm"),
        allowance("shop", "shop.adapters"),
        allowance(target="shop.adapters.db.Session"),
    ],
)
def test_a_pattern_covers_what_lies_below_it(fitting: Allowance) -> None:
    assert fitting.covers(FINDING)


def test_the_module_of_a_package_can_be_meant_alone() -> None:
    package = Finding(
        rule="outward-import",
        place=Place("shop/domain/__init__.py"),
        module="shop.domain",
        message="",
        help="",
    )

    assert allowance("shop.domain.__init__").covers(package)


def test_an_allowance_holds_on_its_last_day() -> None:
    assert allowance("shop", until=TODAY).permits(FINDING, TODAY)
    assert not allowance("shop", until=date(2027, 2, 28)).permits(FINDING, TODAY)


def test_an_allowed_finding_stays_and_says_why() -> None:
    marked = excused(FINDING, [allowance("other"), allowance("shop")], TODAY)

    assert (marked.state, marked.excuse) == (State.ALLOWED, "the ledger moves")
    assert marked.identity == FINDING.identity


def test_what_is_in_the_baseline_is_not_marked_again() -> None:
    known = Finding(
        rule="outward-import",
        place=FINDING.place,
        module="shop.domain.order",
        message="",
        help="",
        state=State.BASELINE,
    )

    assert excused(known, [allowance("shop")], TODAY) is known
