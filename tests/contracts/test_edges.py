"""An import is the module that the statement names."""

import pytest

from archlint.contracts.edges import Scope, edges
from archlint.contracts.packages import find_packages
from archlint.sources.memory import Memory

PROJECT = (
    "green/__init__.py",
    "green/two/__init__.py",
    "green/two/six.py",
    "name/space/one/__init__.py",
    "name/space/one/two.py",
)
EVERYTHING = Scope(with_externals=True, without_type_checking=False)
OWN = Scope(with_externals=False, without_type_checking=False)
AT_RUN_TIME = Scope(with_externals=True, without_type_checking=True)


def imported(text: str, scope: Scope = EVERYTHING, path: str = "green/two/seven.py") -> list[str]:
    memory = Memory({**dict.fromkeys(PROJECT, ""), path: text})
    packages = find_packages(memory, ("green", "name.space.one"), ("",))
    outlines, _ = memory.outlines(list(packages.modules.values()))
    return [edge.imported for edge in edges(packages, outlines, scope)]


SILENT = [
    ("import json", OWN),
    ("import green.nowhere.deeper", OWN),
    ("import name", EVERYTHING),
    ("from name import space", EVERYTHING),
    ("import name.space.one.nowhere.deeper", EVERYTHING),
    ("from .... import far", EVERYTHING),
    ("import importlib\nimportlib.import_module('green.two')", OWN),
    ("if TYPE_CHECKING:\n    import green", AT_RUN_TIME),
]


@pytest.mark.parametrize(("text", "scope"), SILENT)
def test_what_does_not_count_is_left_out(text: str, scope: Scope) -> None:
    assert imported(text, scope) == []


TARGETS = [
    ("import green.two.six", "green.two.six"),
    ("import green.two.six as x", "green.two.six"),
    ("from green.two import six", "green.two.six"),
    ("from green.two import Thing", "green.two"),
    ("from green.two import *", "green.two"),
    ("from . import six", "green.two.six"),
    ("from .six import Thing", "green.two.six"),
    ("from .. import two", "green.two"),
    ("def f():\n    import green.two.six", "green.two.six"),
    ("import json.decoder", "json"),
    ("from name.space import one", "name.space.one"),
    ("from name.space.two import thing", "name.space.two"),
    ("import name.time", "name.time"),
    ("import green.nowhere.deeper", "green"),
]


@pytest.mark.parametrize(("text", "target"), TARGETS)
def test_a_statement_names_a_module(text: str, target: str) -> None:
    assert imported(text) == [target]


def test_a_relative_import_of_a_package_starts_from_itself() -> None:
    assert imported("from . import six", path="green/two/__init__.py") == ["green.two.six"]


def test_the_other_branch_of_type_checking_counts() -> None:
    text = "import typing\nif typing.TYPE_CHECKING:\n    import json\nelse:\n    import csv\n"

    assert imported(text, AT_RUN_TIME) == ["typing", "csv"]
