"""What is no more than handing a call on."""

import pytest

from archlint.model.code.ceremony.handing_on import handed_on
from archlint.sources.study import study

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


@pytest.mark.parametrize("code", MORE)
def test_what_does_more_hands_nothing_on(code: str) -> None:
    (function,) = study(code.encode()).functions

    assert handed_on(function) is None


@pytest.mark.parametrize("code", ONLY)
def test_a_call_in_the_same_words_is_handed_on(code: str) -> None:
    (function,) = study(code.encode()).functions

    found = handed_on(function)

    assert found is not None
    assert found.callee.dotted.startswith("self._blue.")
