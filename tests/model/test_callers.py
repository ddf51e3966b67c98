"""Who calls whom, across files and classes."""

from tests.building import codebase

STORE = """
class Base:
    def find(self): ...

class Store(Base):
    def all(self): return self.find()
    def find(self): return super().find()

def load(): ...
"""


def callers(source: str, called: str) -> list[str]:
    base = codebase({"store.py": STORE, "use.py": f"from store import *\n{source}\n"})
    return [caller.dotted for caller in base.callers.of(called)]


def test_a_method_of_something_unknown_is_nobodys() -> None:
    assert callers("def use(store): store.find()", "store.Store.find") == ["store.Store.all"]


def test_a_local_name_hides_a_function() -> None:
    assert callers("def use(load): load()", "store.load") == []


def test_a_function_is_called_by_its_name() -> None:
    assert callers("def use(): load()", "store.load") == ["use.use"]


def test_a_method_is_called_on_a_typed_value() -> None:
    assert "use.use" in callers("def use(store: Store): store.find()", "store.Store.find")


def test_super_calls_the_base() -> None:
    assert callers("", "store.Base.find") == ["store.Store.find"]


def test_a_dependency_named_in_a_default_is_called() -> None:
    source = "from fastapi import Depends\ndef use(loaded=Depends(load)): ..."

    assert callers(source, "store.load") == ["use.use"]


def test_a_caller_is_told_once() -> None:
    assert callers("def use():\n    load()\n    load()", "store.load") == ["use.use"]
