"""What methods do, by their bodies, and what others do for a class."""

import pytest

from archlint.model.code.behaviour.anemia import Entity
from archlint.model.code.behaviour.kinds import STRONG, MethodKind
from tests.building import codebase

HEAD = """
from dataclasses import dataclass
from datetime import datetime

class Blue:
    id: int
    name: str
    count: int
    limit: int
    active: bool
    tags: list[str]
    updated_at: datetime
"""


def blue(method: str = "", outside: str = "", path: str = "shop/use_cases/use.py") -> Entity:
    body = "\n".join(f"    {line}" for line in method.splitlines())
    files = {
        "shop/domain/blue.py": f"{HEAD}\n{body}\n",
        path: f"from datetime import datetime\nfrom shop.domain.blue import Blue\n{outside}\n",
    }
    return next(found for found in codebase(files).entities if found.owner.name == "Blue")


def kind(method: str) -> MethodKind:
    return blue(method).methods[-1][1]


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("def x(self): return self.name", MethodKind.ACCESSOR),
        ("def x(self): return list(self.tags)", MethodKind.ACCESSOR),
        ("def x(self): return len(self.tags)", MethodKind.ACCESSOR),
        ("def x(self): ...", MethodKind.TRIVIAL),
        ("def x(self): raise NotImplementedError", MethodKind.TRIVIAL),
        ("def x(self, name): self.name = name", MethodKind.SETTER),
        ("def x(self, name): self.name = str(name)", MethodKind.SETTER),
        ("def x(self, name): self.name = name or self.name", MethodKind.SETTER),
        ("def x(self, name):\n    if name is not None: self.name = name", MethodKind.SETTER),
        (
            "def x(self, name):\n    self.name = name\n    self.updated_at = datetime.now()",
            MethodKind.SETTER,
        ),
        ("def x(self, **kw):\n    for k, v in kw.items(): setattr(self, k, v)", MethodKind.SETTER),
        ("def to_row(self): return [t for t in self.tags]", MethodKind.MAPPER),
        ("def x(self): return {'name': self.name, 'n': self.count}", MethodKind.MAPPER),
        ("def x(self): return f'{self.name} {self.count}'", MethodKind.FORMAT),
        ("def __eq__(self, other): return other.count == self.count", MethodKind.DUNDER),
        ("@classmethod\ndef x(cls, name): return cls(name)", MethodKind.FACTORY),
        ("@classmethod\ndef x(cls, q): return q.filter(cls.name == 'a')", MethodKind.UTIL),
        ("def x(self): return self.name is None", MethodKind.SIMPLE_QUERY),
        ("def x(self): self.updated_at = datetime.now()", MethodKind.UTIL),
        ("def x(self, other): return other.id == self.id", MethodKind.UTIL),
        ("@field_validator('name')\ndef x(cls, v): return v", MethodKind.VALIDATOR),
    ],
)
def test_a_method_that_adds_nothing_to_the_data_is_weak(method: str, expected: MethodKind) -> None:
    found = kind(method)

    assert found is expected
    assert found not in STRONG


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("def x(self): self.active = True", MethodKind.BEHAVIOUR),
        ("def x(self, n): self.count += n", MethodKind.BEHAVIOUR),
        ("def x(self, tag): self.tags.append(tag)", MethodKind.BEHAVIOUR),
        ("def x(self): self.name = self.tags[0]", MethodKind.BEHAVIOUR),
        ("def x(self, n):\n    if self.count < n: self.limit = n", MethodKind.BEHAVIOUR),
        ("def x(self):\n    if self.active: raise ValueError", MethodKind.GUARDED_BEHAVIOUR),
        (
            "def x(self, name):\n    if not name: raise ValueError\n    self.name = name",
            MethodKind.GUARDED_SETTER,
        ),
        ("def x(self): return self.count < self.limit", MethodKind.QUERY),
        ("def x(self): return self.count * 2", MethodKind.QUERY),
        ("def x(self): return [t for t in self.tags if t]", MethodKind.QUERY),
        ("def x(self, word): return matches(word, self.name)", MethodKind.QUERY),
        (
            "@classmethod\ndef x(cls, n):\n    if not n: raise ValueError\n    return cls(n)",
            MethodKind.FACTORY_GUARD,
        ),
    ],
)
def test_a_method_that_guards_decides_or_computes_is_strong(
    method: str, expected: MethodKind
) -> None:
    found = kind(method)

    assert found is expected
    assert found in STRONG


def test_a_check_in_a_private_helper_guards() -> None:
    found = blue(
        "def x(self, name):\n    self._check(name)\n    self.name = name\n"
        "def _check(self, name):\n    if not name: raise ValueError"
    )

    assert found.has_behaviour


def test_a_private_method_alone_is_no_behaviour() -> None:
    assert not blue("def _x(self): self.active = True").has_behaviour


@pytest.mark.parametrize(
    "outside",
    [
        "def use(blue): blue.count += 1",
        "def use(blue: Blue): blue.name = blue.name",
        "def use(blue: Blue): blue.updated_at = datetime.now()",
        "def use(blue: Blue): blue.id = 7",
        "def use(name):\n    blue = Blue()\n    blue.count = 7\n    return blue",
        "def to_blue(blue: Blue, row): blue.count = int(row) + 1",
        "class BlueRepository:\n    def use(self, blue: Blue): blue.count += 1",
        "def use(blue: Blue):\n    if blue.name is None: raise ValueError",
        "def use(blue: Blue):\n    if blue.id == 7: raise ValueError",
        "def use(blue: Blue):\n    if blue.active: print(blue)",
        "def use(blue: Blue, name): blue.name = name",
        "def make(): return Blue()\nclass Green(Blue):\n    def use(self, b: Blue): b.count += 1",
    ],
)
def test_what_proves_nothing_makes_no_anemia(outside: str) -> None:
    assert not blue(outside=outside).is_anemic


@pytest.mark.parametrize(
    ("outside", "told"),
    [
        ("def use(blue: Blue): blue.count += 1", "use() writes count"),
        ("def use(blue: Blue): blue.active = True", "use() writes active"),
        ("def use(blue: Blue): blue.tags.append('a')", "use() writes tags"),
        ("def use(blue: Blue): del blue.tags[0]", "use() writes tags"),
        ("def use(blue: Blue, k, v): setattr(blue, k, v)", "use() writes any field by its name"),
        (
            "def use(blue: Blue, n, c):\n    blue.name = n\n    blue.count = c",
            "use() writes name and count",
        ),
        (
            "def use(blue: Blue, n):\n    if blue.count > n: blue.name = n",
            "use() writes name",
        ),
        (
            "def use(blue: Blue):\n    if not blue.active: raise ValueError",
            "use() decides by active",
        ),
        (
            "def use(blue: Blue): return blue.active and blue.count < 3",
            "use() decides by active and count",
        ),
        (
            "def use(all: list[Blue]):\n    for blue in all: blue.count = 0",
            "use() writes count",
        ),
    ],
)
def test_what_others_do_for_a_class_is_told(outside: str, told: str) -> None:
    found = blue(outside=outside)

    assert found.is_anemic
    assert [culprit.text for culprit in found.culprits] == [told]


def test_what_keeps_itself_whole_is_anemic_only_when_others_change_it() -> None:
    init = "def __init__(self, name):\n    if not name: raise ValueError\n    self.name = name"
    asked = blue(init, "def use(blue: Blue):\n    if not blue.active: raise ValueError")
    changed = blue(init, "def use(blue: Blue): blue.count += 1")

    assert (asked.is_anemic, changed.is_anemic) == (False, True)
