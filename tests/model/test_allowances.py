from dataclasses import replace
from datetime import date

import pytest

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.excusing import Allowances
from archlint.model.architecture.extents import Extent
from archlint.model.architecture.patterns import Pattern
from archlint.model.finding import Finding, State
from archlint.model.modules import Module
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
    marked = Allowances((allowance("other"), allowance("shop"))).excused(FINDING, TODAY)

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

    assert Allowances((allowance("shop"),)).excused(known, TODAY) is known


MODULE = Module("shop.domain.order", "shop/domain/order.py")


def comment(first: int, last: int | None, because: str = "b", definition: str = "") -> Allowance:
    extent = Extent(MODULE, first, last, definition)
    return replace(allowance(), because=because, extent=extent)


def at(*lines: int) -> Finding:
    first, *others = (Place(MODULE.path, line) for line in lines)
    return replace(FINDING, place=first, also=tuple(others))


@pytest.mark.parametrize(
    "elsewhere",
    [
        comment(1, 2),
        comment(4, 9),
        replace(comment(3, 3), rule="outward-chain"),
        replace(comment(3, 3), extent=Extent(Module("shop", "shop/__init__.py"))),
        replace(comment(3, 3), until=date(2027, 2, 28)),
    ],
)
def test_a_comment_elsewhere_is_about_something_else(elsewhere: Allowance) -> None:
    assert Allowances(comments=(elsewhere,)).excused(FINDING, TODAY) is FINDING


def test_each_comment_is_found_by_its_lines() -> None:
    comments = [comment(3 * n, 3 * n + 1, f"reason {n}") for n in range(5_000)]
    allowances = Allowances(comments=(*reversed(comments), comment(2, 10**6, "of another rule")))

    excuses = [allowances.excused(at(3 * n + 1), TODAY).excuse for n in range(5_000)]

    assert excuses == [f"reason {n}" for n in range(5_000)]


@pytest.mark.parametrize(
    ("symbol", "definition", "state"),
    [
        ("Order.confirm", "confirm", State.ALLOWED),
        ("Order.confirm", "", State.NEW),
        ("Order.confirm", "Order", State.NEW),
        ("", "confirm", State.NEW),
    ],
)
def test_only_at_its_own_definition_a_finding_is_allowed_whole(
    symbol: str, definition: str, state: State
) -> None:
    finding = replace(at(3, 8), symbol=symbol)

    found = Allowances(comments=(comment(3, 3, definition=definition),)).excused(finding, TODAY)

    assert found.state is state


def test_a_whole_file_is_not_the_other_files_of_a_finding() -> None:
    finding = replace(at(3, 4), also=(Place("shop/domain/cart.py", 1),), symbol="")

    found = Allowances(comments=(comment(1, None),)).excused(finding, TODAY)

    assert (found.state, found.place.path, found.also) == (State.NEW, "shop/domain/cart.py", ())


def test_what_is_about_a_finding_is_told_also_when_it_is_over() -> None:
    over = replace(comment(8, 8), until=date(2027, 2, 28))

    assert [*Allowances(comments=(over,)).about(at(3, 8))] == [over]
