"""What a class is for: the first question that is answered counts."""

import pytest

from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.deciding import Verdict
from tests.building import codebase

KERNEL = """
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol

class Entity:
    id: int

class AggregateRoot(Entity):
    events: list[object]
    def record_event(self, event): self.events.append(event)

class ValueObject: ...
class DomainEvent: ...
class Command: ...
"""


def verdict(source: str, path: str = "shop/domain/model.py", name: str = "Blue") -> Verdict:
    files = {"shop/kernel.py": KERNEL, path: f"from shop.kernel import *\n{source}"}
    base = codebase(files)
    return next(base.role_of(found) for found in base.classes if found.name == name)


def role(source: str, path: str = "shop/domain/model.py", name: str = "Blue") -> ClassRole:
    return verdict(source, path, name).role


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("class BlueError: id: int", "BlueError"),
        ("class Blue(ValueError):\n    id: int", "Blue"),
        ("class Blue(Enum):\n    id = 1", "Blue"),
        ("class Blue(Protocol):\n    id: int", "Blue"),
        ("class Blue(NamedTuple):\n    id: int", "Blue"),
        ("class BlueId:\n    id: int", "BlueId"),
        ("class Blue(ValueObject):\n    id: int", "Blue"),
        ("class Blue(DomainEvent):\n    id: int", "Blue"),
        ("class PaintBlue(Command):\n    id: int", "PaintBlue"),
        ("class BlueRead:\n    id: int", "BlueRead"),
        ("class BlueForGreen:\n    id: int", "BlueForGreen"),
        ("@dataclass(frozen=True)\nclass Blue:\n    id: int", "Blue"),
        ("class BaseBlue:\n    id: int", "BaseBlue"),
        ("class BlueBuilder:\n    id: int\n    def build(self): ...", "BlueBuilder"),
        ("class Blue:\n    colour: str", "Blue"),
        ("class Blue:\n    sku: str\n    count: int", "Blue"),
    ],
)
def test_what_is_something_else_is_no_entity(source: str, name: str) -> None:
    found = verdict(source, name=name)

    assert not found.is_entity


def test_a_carrier_of_data_outside_the_domain_is_no_entity() -> None:
    found = verdict("class Blue:\n    id: int", "shop/adapters/model.py")

    assert not found.is_entity


def test_a_context_folder_above_the_domain_says_nothing_of_its_classes() -> None:
    files = {"shop/domain/event/domain/seat.py": "class Seat:\n    id: int\n"}
    base = codebase(files)

    assert [base.role_of(found).role for found in base.classes] == [ClassRole.ENTITY]


def test_a_folder_below_the_domain_says_what_its_classes_are() -> None:
    found = role("class Blue:\n    id: int\n    total: int", "shop/domain/events.py")

    assert found is ClassRole.MESSAGE


def test_a_handler_among_the_commands_is_a_service() -> None:
    source = "class BlueHandler:\n    def __init__(self, box): self.box = box"

    assert role(source, "shop/domain/commands/blue.py", "BlueHandler") is ClassRole.SERVICE


def test_a_dataclass_that_does_nothing_is_no_service() -> None:
    holds = "@dataclass\nclass BlueSubscriber:\n    colour: str"
    does = f"{holds}\n    def notify(self): ..."

    assert role(holds, name="BlueSubscriber") is not ClassRole.SERVICE
    assert role(does, name="BlueSubscriber") is ClassRole.SERVICE


def test_a_mixin_makes_no_service_of_those_who_inherit_from_it() -> None:
    mixin = "class PaintMixin:\n    def paint(self): ...\n"
    painter = "class Painter:\n    def paint(self): ...\nclass PaintService(Painter): ...\n"

    assert role(f"{mixin}class Blue(PaintMixin): ...") is not ClassRole.SERVICE
    assert role(f"{painter}class Blue(PaintService): ...") is ClassRole.SERVICE


def test_a_service_word_alone_is_a_noun_of_the_domain() -> None:
    assert role("class Client:\n    id: int", name="Client") is ClassRole.ENTITY


def test_an_entity_keeps_its_role_whatever_its_name_ends_with() -> None:
    assert verdict("class BlueData(Entity): ...", name="BlueData").is_entity


def test_what_is_only_inherited_from_is_seedwork() -> None:
    source = "class Blue:\n    id: int\nclass Green(Blue): ...\nclass Red(Blue): ..."

    assert role(source) is ClassRole.SEEDWORK


def test_what_is_inherited_from_and_made_is_an_entity() -> None:
    source = "class Blue:\n    id: int\nclass Green(Blue): ...\ndef make(): return Blue()"

    assert role(source) is ClassRole.ENTITY


def test_frozen_with_an_identity_is_a_snapshot() -> None:
    source = "@dataclass(frozen=True)\nclass Blue:\n    id: int\n    colour: str"

    assert role(source) is ClassRole.SNAPSHOT


def test_frozen_without_an_identity_is_a_value_object() -> None:
    source = "@dataclass(frozen=True)\nclass Blue:\n    shade: int\n    colour: str"

    assert role(source) is ClassRole.VALUE_OBJECT


def test_a_hash_of_all_fields_makes_a_value_object() -> None:
    source = "@dataclass(unsafe_hash=True)\nclass Blue:\n    order: str\n    count: int"

    assert role(source) is ClassRole.VALUE_OBJECT


def test_equality_by_one_of_several_fields_makes_an_identity() -> None:
    source = """
class Blue:
    def __init__(self, reference, count):
        self.reference = reference
        self.count = count
    def __eq__(self, other): return other.reference == self.reference
    def __hash__(self): return hash(self.reference)
"""

    found = verdict(source)
    assert found.role is ClassRole.ENTITY
    assert found.reason == "it is equal when its reference is, and lies in the domain"


def test_equality_that_asks_more_than_a_field_makes_no_identity() -> None:
    source = """
class Blue:
    def __init__(self, packed, opener):
        self.packed = packed
        self.opener = opener
    @property
    def contents(self): return self.opener(self.packed)
    def __eq__(self, other):
        return self.packed == other.packed or self.contents == other.contents
"""

    assert role(source) is ClassRole.OTHER


def test_what_a_repository_finds_by_a_key_is_an_aggregate_root() -> None:
    source = """
class Blue:
    sku: str
    count: int
class BlueRepository(Protocol):
    def add(self, blue: Blue): ...
    def get(self, sku: str) -> Blue | None: ...
"""

    found = verdict(source)
    assert found.role is ClassRole.AGGREGATE_ROOT
    assert found.reason == "BlueRepository keeps it"


def test_an_ancestor_in_another_file_is_evidence() -> None:
    found = verdict("class Blue(AggregateRoot): ...")

    assert found == Verdict(
        ClassRole.AGGREGATE_ROOT, "it inherits from AggregateRoot", found.identity
    )


def test_an_abstract_class_with_fields_is_no_port() -> None:
    source = "class Blue(ABC):\n    def __init__(self, id): self.id = id"

    assert role(source) is ClassRole.ENTITY


def test_a_table_among_the_databases_is_a_table() -> None:
    source = "from sqlalchemy.orm import DeclarativeBase\nclass Blue(DeclarativeBase):\n    id: int"

    assert role(source, "shop/domain/db/model.py") is ClassRole.TABLE


def test_the_settings_overrule_all_evidence() -> None:
    base = codebase({"shop/domain/model.py": "class BlueRead:\n    id: int\n"})
    chosen = {"entity": ("shop.domain.**:Blue*",)}
    object.__setattr__(base.architecture, "roles", chosen)

    found = [base.role_of(known) for known in base.classes]
    assert [v.role for v in found] == [ClassRole.ENTITY]
    assert found[0].reason == "the settings say so: shop.domain.**:Blue*"
