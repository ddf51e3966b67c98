"""Heirs: a method is asked again only in classes that give it something else to work with."""

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.inference.heirs import Heirs
from tests.building import codebase

BASE = """
from typing import Generic, TypeVar
T = TypeVar("T")

class Base(Generic[T]):
    def get(self):
        return self.make()

    def make(self):
        return self.kind

    def prepare(self):
        self.kind = self.default
"""


def apart(heirs: str, special: str = "") -> list[str]:
    built = codebase({"shop/store.py": BASE + heirs})
    every = sorted(built.classes, key=lambda known: known.fact.line)
    base = every[0]
    heirs_of_base = [known for known in every[1:] if base in known.lineage]
    get = ProjectFunction(base.module, base.own_methods["get"], base)
    found = Heirs(built.inference.annotations, lambda heir: heir.name == special)
    return [heir.name for heir in found.apart(get, heirs_of_base)]


def test_an_heir_that_gives_nothing_else_is_left_out() -> None:
    names = apart("class Orders(Base):\n    def close(self): ...\n")

    assert names == []


def test_an_heir_with_another_method_behind_a_name_that_is_asked_for() -> None:
    names = apart("class Orders(Base):\n    def make(self): ...\n")

    assert names == ["Orders"]


def test_an_heir_with_another_value_for_a_field_that_another_method_sets() -> None:
    names = apart("class Orders(Base):\n    default = 1\n")

    assert names == ["Orders"]


def test_of_heirs_that_give_the_same_only_the_first() -> None:
    names = apart(
        "class Orders(Base):\n    def make(self): ...\n"
        "class Late(Orders): ...\n"
        "class Early(Orders):\n    def close(self): ...\n"
    )

    assert names == ["Orders"]


def test_each_heir_that_puts_something_in_for_a_type_variable() -> None:
    names = apart(
        "class One: ...\nclass Two: ...\n"
        "class Ones(Base[One]): ...\nclass Twos(Base[Two]): ...\nclass Others(Base[Two]): ...\n"
    )

    assert names == ["Ones", "Twos"]


def test_an_heir_with_a_base_from_outside() -> None:
    names = apart("from queue import Queue\nclass Orders(Base, Queue): ...\n")

    assert names == ["Orders"]


def test_an_heir_whose_very_name_matters() -> None:
    names = apart("class Orders(Base): ...\nclass Carts(Base): ...\n", special="Carts")

    assert names == ["Carts"]


def test_a_plain_function_has_no_heirs() -> None:
    built = codebase({"shop/store.py": "def get(): ...\nclass Orders: ...\n"})
    (get,) = (function for function in built.functions if function.owner is None)

    assert list(Heirs(built.inference.annotations, lambda _: False).apart(get, built.classes)) == []
