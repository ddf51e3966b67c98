"""How a fat controller is told, and how the settings move the line."""

from dataclasses import replace

import pytest

from archlint import rulebook
from archlint.checks import fat_controller
from archlint.model.finding import Confidence, Finding, Severity
from archlint.model.rule import Rule
from tests.building import codebase

TABLES = """
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class Row(Base):
    __tablename__ = "rows"
    state: str
def session() -> Session: ...
"""
HEAD = """
from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy.orm import Session
from shop.adapters.tables import Row, session
from shop.domain.order import Order, Orders
router = APIRouter()
"""
GUARDED = """
@router.post("/")
def close(number: int, db: Session = Depends(session)):
    row = db.get(Row, number)
    if row.state == "lost":
        raise HTTPException(409)
"""
ORDER = """
from typing import Protocol
class Order:
    def __init__(self, number: int): self.id = number
class Orders(Protocol):
    def get(self, number: int) -> Order: ...
    def save(self, order: Order) -> None: ...
"""


def found(handler: str, head: str = HEAD, **options: object) -> list[Finding]:
    page = rulebook.page("fat-controller").rule()
    named = {name.replace("_", "-"): value for name, value in options.items()}
    rule: Rule = replace(page, options={**page.options, **named})
    files = {
        "shop/adapters/web.py": head + handler,
        "shop/adapters/tables.py": TABLES,
        "shop/domain/order.py": ORDER,
    }
    return list(fat_controller.check(codebase(files), rule))


def test_a_handler_of_that_name_can_be_left_out() -> None:
    assert found(GUARDED, ignore=("close",)) == []


def test_a_higher_score_tells_less() -> None:
    assert found(GUARDED, max_score=5) == []


def test_handlers_of_a_kind_can_be_left_out() -> None:
    assert found(GUARDED, kinds=("cli",)) == []


def test_jobs_are_judged_when_the_settings_ask() -> None:
    head = HEAD + "from celery import shared_task\n"
    job = GUARDED.replace('@router.post("/")', "@shared_task")

    assert found(job, head) == []
    assert len(found(job, head, kinds=("task",))) == 1


def test_commands_may_hold_more() -> None:
    head = HEAD + "import click\n"
    command = GUARDED.replace('@router.post("/")', "@click.command()")

    assert found(command, head) == []
    assert len(found(command, head, cli_score=4)) == 1


def test_little_evidence_is_a_warning_and_more_of_it_is_grave() -> None:
    graver = f"{GUARDED}    row.state = 'closed'\n    db.commit()\n"

    (little,), (more,) = found(GUARDED), found(graver)

    assert (little.severity, more.severity) == (Severity.WARNING, None)


def test_a_handler_that_a_heuristic_found_is_a_warning_at_most() -> None:
    head = HEAD.replace("APIRouter()", "make()")
    graver = f"{GUARDED}    row.state = 'closed'\n    db.commit()\n"

    (finding,) = found(graver, head)

    assert (finding.confidence, finding.severity) == (Confidence.MEDIUM, Severity.WARNING)


def test_the_evidence_stands_in_the_order_of_lines() -> None:
    (finding,) = found(f"{GUARDED}    row.state = 'closed'\n    db.commit()\n")

    lines = [evidence.line for evidence in finding.evidence]
    texts = [evidence.text for evidence in finding.evidence]
    assert lines == sorted(lines)
    assert texts == [
        "read by db.get()",
        "guard on row.state",
        "loads itself and decides on row.state",
        "change of row.state",
        "transaction by db.commit()",
    ]


def test_the_message_and_the_help_name_what_to_move() -> None:
    (finding,) = found(GUARDED)

    assert finding.message == "close() decides business rules: guard on row.state"
    assert finding.help.startswith(
        "move the guard on row.state into a use case that close() calls; "
    )


def test_the_help_names_the_entity_that_the_rule_is_about() -> None:
    handler = """
@router.post("/")
def close(number: int, orders: Orders = Depends()):
    order = orders.get(number)
    if order.total > 3:
        raise HTTPException(409)
    order.state = "closed"
    orders.save(order)
"""

    (finding,) = found(handler)

    assert " into Order or into a use case " in finding.help


@pytest.mark.parametrize("noise", ["# why\n", "\n\n", '"""What this is."""\n'])
def test_noise_changes_nothing_but_line_numbers(noise: str) -> None:
    (quiet,), (loud,) = found(GUARDED), found(GUARDED, noise + HEAD)

    assert (quiet.identity, quiet.message) == (loud.identity, loud.message)
    assert quiet.place.line < loud.place.line
