"""Which classes are tables, and of which mapper."""

import pytest

from tests.building import codebase

HEADS = """
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass, declarative_base, registry
from sqlalchemy.orm import declared_attr
from sqlmodel import SQLModel
from django.db import models
from django import forms
import peewee
from pony.orm import Database
db = Database()
Old = declarative_base()
reg = registry()
Generated = reg.generate_base()
class Base(DeclarativeBase): ...
class Mixin:
    @declared_attr
    def __tablename__(cls): return cls.__name__
"""


def mapper(definition: str) -> str:
    base = codebase({"shop.py": f"{HEADS}\n{definition}\n"})
    found = base.tables.mapper_of("shop.Blue")
    return found.title if found else ""


@pytest.mark.parametrize(
    "definition",
    [
        "class Blue: ...",
        "class Blue(SQLModel): ...",
        "class Blue(forms.ModelForm): ...",
        "class Blue(Mixin): ...",
        "class Model: ...\nclass Blue(Model): ...",
    ],
)
def test_a_class_without_a_mapper_is_no_table(definition: str) -> None:
    assert mapper(definition) == ""


@pytest.mark.parametrize(
    ("definition", "title"),
    [
        ("class Blue(Base): ...", "SQLAlchemy"),
        ("class Blue(Mixin, Base): ...", "SQLAlchemy"),
        ("class Blue(MappedAsDataclass, Base): ...", "SQLAlchemy"),
        ("class Blue(Old): ...", "SQLAlchemy"),
        ("class Blue(Generated): ...", "SQLAlchemy"),
        ("class Blue(declarative_base()): ...", "SQLAlchemy"),
        ("class Blue:\n    __tablename__ = 'blue'", "SQLAlchemy"),
        ("@reg.mapped\nclass Blue: ...", "SQLAlchemy"),
        ("class Blue(SQLModel, table=True): ...", "SQLModel"),
        ("class Blue(models.Model): ...", "Django"),
        ("class Green(models.Model): ...\nclass Blue(Green): ...", "Django"),
        ("class Blue(peewee.Model): ...", "Peewee"),
        ("class Blue(db.Entity): ...", "Pony"),
    ],
)
def test_a_class_that_a_mapper_stores_is_a_table(definition: str, title: str) -> None:
    assert mapper(definition) == title


@pytest.mark.parametrize(
    "definition",
    [
        "class Blue(Base):\n    __abstract__ = True\n    id = make()",
        "class Blue(models.Model):\n    id = make()\n    class Meta:\n        abstract = True",
        "class Blue(DeclarativeBase):\n    id: int",
        "class Blue(Old): ...",
    ],
)
def test_a_base_of_tables_is_no_entity(definition: str) -> None:
    base = codebase({"shop.py": f"{HEADS}\n{definition}\n"})

    assert [table.name for table in base.tables] == []


def test_a_table_with_columns_is_an_entity() -> None:
    base = codebase({"shop.py": f"{HEADS}\nclass Blue(Base):\n    id: int\n"})

    assert [table.name for table in base.tables] == ["Blue"]
