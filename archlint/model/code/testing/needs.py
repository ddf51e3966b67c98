"""Needs: what of the outside a part of a file of tests works with."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from archlint.model.architecture.layers import OUTSIDE, Layer
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol
from archlint.model.code.orm.libraries import kind_of
from archlint.model.code.orm.library import Kind as OrmKind
from archlint.model.code.testing.patching import patched
from archlint.model.code.testing.scope import DJANGO_DB
from archlint.model.facts.suites import Manner, Mention, Routine
from archlint.model.modules import Module
from archlint.model.place import Place

DJANGO = "django"
_CASES = frozenset(
    {"django.test.TestCase", "django.test.TransactionTestCase", "django.test.LiveServerTestCase",
     "rest_framework.test.APITestCase", "rest_framework.test.APITransactionTestCase"}
)  # fmt: skip
_CLIENTS = frozenset(
    {"TestClient", "AsyncTestClient", "APIClient", "FlaskClient", "LifespanManager"}
)
_DJANGO_CLIENTS = frozenset({"django.test.Client", "django.test.AsyncClient"})
_CONTAINERS = ("testcontainers.", "docker.")
_DOUBLES = frozenset(
    {"fake", "fakes", "stub", "stubs", "dummy", "mock", "mocks", "null", "spy", "memory",
     "inmemory", "noop", "double", "doubles", "testing", "test"}
)  # fmt: skip
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


class Means(StrEnum):
    """By which means a test gets at the outside; the value is the verb that tells it."""

    USE = "uses"
    PATCH = "patches"
    STORE = "opens a database by"
    REQUEST = "sends requests by"
    CONTAINER = "starts containers by"


@dataclass(frozen=True, slots=True)
class Need:
    """Something of the outside that is needed in that place.

    `target` is the outer module, or the library; `told` what is asked of it. `outer` and `symbol`
    are the layer and the name of what belongs to the project, None for a library.
    """

    means: Means
    target: str
    told: str
    place: Place
    outer: Layer | None = None
    symbol: Symbol | None = None

    @property
    def deed(self) -> str:
        """What the test does, in words."""
        whose = f", which belongs to {self.outer.name}" if self.outer else ""
        return f"{self.means} {self.told}{whose}"


class Needs:
    """Reads what tests need; `names` resolves in files of tests, too.

    Types alone are harmless: an interface is what a stand-in implements, and an error what it
    raises, wherever they lie.
    """

    def __init__(
        self,
        names: Names,
        layer_of: Callable[[str], Layer | None],
        is_type: Callable[[Symbol], bool],
    ) -> None:
        self._names = names
        self._layer_of = layer_of
        self._is_type = is_type

    def of(self, module: Module, routine: Routine) -> Iterator[Need]:
        """Yield what a routine itself needs, in the order of its text."""
        if DJANGO_DB in routine.markers:
            place = Place(module.path, routine.line, routine.column + 1)
            yield Need(Means.STORE, DJANGO, f"@pytest.mark.{DJANGO_DB}", place)
        for mention in routine.mentions:
            if mention.manner is Manner.PATCHES:
                yield from self._patched(module, mention)
            else:
                yield from self._mentioned(module, mention)

    def _mentioned(self, module: Module, mention: Mention) -> Iterator[Need]:
        place = Place(module.path, mention.line, mention.column + 1)
        symbol = self._names.resolve(module.name, mention.chain)
        if symbol.module:
            yield from self._outer(Means.USE, symbol, place)
        elif means := _means(symbol.external, mention):
            library = symbol.external.partition(".")[0]
            yield Need(means, library, _told(symbol.external, mention), place)

    def _patched(self, module: Module, mention: Mention) -> Iterator[Need]:
        """Yield what is patched where it is defined; what is patched elsewhere is known there."""
        if symbol := patched(self._names, module.name, mention.chain):
            place = Place(module.path, mention.line, mention.column + 1)
            yield from self._outer(Means.PATCH, symbol, place)

    def _outer(self, means: Means, symbol: Symbol, place: Place) -> Iterator[Need]:
        outer = self._layer_of(symbol.module)
        if outer is None or outer.role not in OUTSIDE:
            return
        if not _is_double(symbol) and not self._is_type(symbol):
            yield Need(means, symbol.module, symbol.dotted, place, outer, symbol)


def _means(external: str, mention: Mention) -> Means | None:
    """Return what something from outside the project is a means to, None where it is harmless."""
    if external in _CASES:
        return Means.STORE
    if mention.manner is not Manner.CALLS:
        return None
    if external in _DJANGO_CLIENTS or external.rpartition(".")[2] in _CLIENTS:
        return Means.REQUEST
    if external.startswith(_CONTAINERS):
        return Means.CONTAINER
    return Means.STORE if kind_of(external) is OrmKind.SESSION else None


def _told(external: str, mention: Mention) -> str:
    return f"{external}()" if mention.manner is Manner.CALLS else external


def _is_double(symbol: Symbol) -> bool:
    """Whether something stands in for the real thing, although it lies in an outer layer."""
    words = {word.lower() for word in _WORD.findall(f"{symbol.module}.{symbol.name}")}
    return bool(words & _DOUBLES)
