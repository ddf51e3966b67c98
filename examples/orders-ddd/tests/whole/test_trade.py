"""Both contexts together, with a real database between the transactions."""

from pathlib import Path

import pytest

from trade.kernel import RuleBrokenError, UnknownAggregateError
from trade.main import Program
from trade.sales.application.ordering import DraftOrderCommand
from trade.shipping.events import ParcelDispatched


@pytest.fixture
def program(tmp_path: Path) -> Program:
    program = Program(f"sqlite:///{tmp_path / 'trade.db'}")
    with program.transaction() as trade:
        trade.ordering.draft(DraftOrderCommand("o-1", "ada", "EUR", (("mug", 2, 900),)))
    return program


def test_a_submitted_order_becomes_a_parcel(program: Program) -> None:
    told: list[ParcelDispatched] = []
    with program.transaction() as trade:
        trade.ordering.submit("o-1")
    with program.transaction() as trade:
        trade.bus.subscribe(ParcelDispatched, told.append)

        trade.packing.dispatch("o-1", "T-7")

    assert told == [ParcelDispatched("o-1", "T-7")]


def test_a_draft_is_not_packed(program: Program) -> None:
    with pytest.raises(UnknownAggregateError), program.transaction() as trade:
        trade.packing.dispatch("o-1", "T-7")


def test_an_order_under_way_stays_submitted(program: Program) -> None:
    with program.transaction() as trade:
        trade.ordering.submit("o-1")
        trade.packing.dispatch("o-1", "T-7")

    with pytest.raises(RuleBrokenError, match="already dispatched"), program.transaction() as trade:
        trade.ordering.cancel("o-1")
    with program.transaction() as trade, pytest.raises(RuleBrokenError, match="is submitted"):
        trade.ordering.submit("o-1")
