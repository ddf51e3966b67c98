"""What is no more than handing a call on."""

import pytest

from archlint.model.code.ceremony.handing_on import handed_on
from archlint.model.facts.structure import Function
from tests.building import codebase

MORE = [
    "def find(self, number): return self._blue.find(number, 10)",
    "def find(self, number): return self._blue.find(self._green)",
    "def find(self, number): return Green(self._blue.find(number))",
    "def find(self, number): return self._blue.find(number).name",
    "def find(self, number): return self._blue.find(number + 1)",
    "def find(self, number):\n    print(number)\n    return self._blue.find(number)",
    "def find(self, number):\n    found = self._blue.find(number)\n    return found or None",
    "def find(self, number):\n    found = self._blue.find(number)\n    return number",
    "@cached\ndef find(self, number): return self._blue.find(number)",
    "def find(self, number): return number",
    "def find(self, number): ...",
    "def find(self, number): return",
]
ONLY = [
    "def find(self, number): return self._blue.find(number)",
    "def find(self): return self._blue.all()",
    "def find(self, query): return self._blue.find(query.number, name=query.name)",
    "def find(self, *args, **more): return self._blue.find(*args, **more)",
    "def find(self, number):\n    found = self._blue.find(number)\n    return found",
    "def find(self, number): self._blue.drop(number)",
    "async def find(self, number): return await self._blue.find(number)",
    "@override\ndef find(self, number): return self._blue.find(number)",
]


def function(code: str) -> Function:
    (found,) = codebase({"shop/domain/blue.py": code}).functions
    return found.fact


@pytest.mark.parametrize("code", MORE)
def test_what_does_more_hands_nothing_on(code: str) -> None:
    assert handed_on(function(code)) is None


@pytest.mark.parametrize("code", ONLY)
def test_a_call_in_the_same_words_is_handed_on(code: str) -> None:
    found = handed_on(function(code))

    assert found is not None
    assert found.callee.dotted.startswith("self._blue.")
