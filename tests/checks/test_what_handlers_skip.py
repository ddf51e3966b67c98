"""How grave it is when a handler does what others are there for."""

from archlint import rulebook
from archlint.checks import controller_persistence, controller_skips_use_case
from archlint.model.finding import Finding, Severity
from tests.building import codebase

TABLES = """
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class Row(Base):
    __tablename__ = "rows"
def session() -> Session: ...
"""
READING = """
from fastapi import APIRouter, Depends
from sqlalchemy.orm import Session
from shop.adapters.tables import Row, session
router = APIRouter()
@router.get("/")
def rows(db: Session = Depends(session)):
    return db.query(Row).all()
"""
ASKING = """
from fastapi import APIRouter
from shop.adapters import blue_crud, green_crud, red_crud
router = APIRouter()
@router.post("/")
def paint():
    blue_crud.add()
    green_crud.add()
    red_crud.add()
"""
CRUD = "def add(): ..."
USE_CASE = "class Paint: ..."


def reached(more: dict[str, str], handler: str = READING) -> list[Finding]:
    files = {"shop/adapters/web.py": handler, "shop/adapters/tables.py": TABLES, **more}
    rule = rulebook.page("controller-persistence").rule()
    return list(controller_persistence.check(codebase(files), rule))


def asked(use_cases: int) -> list[Finding]:
    files = {"shop/adapters/web.py": ASKING}
    files |= {f"shop/adapters/{name}_crud.py": CRUD for name in ("blue", "green", "red")}
    files |= {f"shop/use_cases/paint{number}.py": USE_CASE for number in range(use_cases)}
    rule = rulebook.page("controller-skips-use-case").rule()
    return list(controller_skips_use_case.check(codebase(files), rule))


def test_without_a_core_nobody_is_passed_over() -> None:
    assert reached({}) == []


def test_a_domain_alone_makes_it_a_remark() -> None:
    (finding,) = reached({"shop/domain/row.py": "class Red: ..."})

    assert finding.severity is Severity.INFO


def test_an_application_layer_makes_it_grave() -> None:
    (finding,) = reached({"shop/use_cases/paint.py": USE_CASE})

    assert finding.severity is None


def test_an_empty_application_layer_is_none() -> None:
    (finding,) = reached({"shop/domain/row.py": "class Red: ...", "shop/use_cases/paint.py": ""})

    assert finding.severity is Severity.INFO


def test_a_handler_that_a_heuristic_found_is_a_warning_at_most() -> None:
    guessed = READING.replace("APIRouter()", "make()")

    (finding,) = reached({"shop/use_cases/paint.py": USE_CASE}, guessed)

    assert finding.severity is Severity.WARNING


def test_where_use_cases_are_the_exception_skipping_them_is_a_remark() -> None:
    (rare,), (usual,) = asked(1), asked(2)

    assert (rare.severity, usual.severity) == (Severity.INFO, None)
