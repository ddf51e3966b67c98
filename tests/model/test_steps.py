"""What a handler does one after the other, and what its calls come to."""

import pytest

from archlint.model.code.controller_evidence.exhibits import Evidence
from tests.building import codebase

SAVING = """
from sqlalchemy.orm import Session

def add(session: Session, row):
    _keep(session, row)

def _keep(session: Session, row):
    session.add(row)

def find(session: Session, row):
    return session.get(row, 1)
"""
MAILING = """
import subprocess
from celery import shared_task

def tell(to):
    subprocess.run(["sendmail", to])

@shared_task
def remind(to): ...

def spell(to):
    return to.upper()
"""
ROUTE = """
from fastapi import FastAPI
from shop.mails import remind, spell, tell
from shop.rows import add, find

app = FastAPI()

@app.post("/rows")
def create(row: str):
"""


def steps(body: str) -> list[str]:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    sources = {"shop/rows.py": SAVING, "shop/mails.py": MAILING, "shop/web.py": ROUTE + lines}
    [case] = [c for c in codebase(sources).cases if c.handler.kind == "http"]
    return [exhibit.subject for exhibit in case.of(Evidence.STEP)]


@pytest.mark.parametrize(
    "body",
    [
        "add(None, row)",
        "add(None, row)\nspell(row)",
        "add(None, row)\nfind(None, row)",
        "if row:\n    add(None, row)\nelse:\n    tell(row)",
        "if row:\n    tell(row)\n    return\nadd(None, row)",
        "remind.cache_clear()\nadd(None, row)",
        "remind = []\nremind.append(row)\nadd(None, row)",
    ],
)
def test_one_lasting_step_is_no_course(body: str) -> None:
    assert steps(body) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("add(None, row)\ntell(row)", ["add()", "tell()"]),
        ("add(None, row)\nremind.delay(row)", ["add()", "remind.delay()"]),
        ("if row:\n    add(None, row)\ntell(row)", ["add()", "tell()"]),
    ],
)
def test_steps_are_followed_through_functions(body: str, told: list[str]) -> None:
    assert steps(body) == told
