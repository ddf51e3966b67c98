"""Likenesses: interfaces that say again what a single class of their own side says."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.classes.fields import FieldOrigin
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.ports import Ports
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.conformance.implementations import promises_of
from archlint.model.code.roles.words import words_of
from archlint.model.code.testing.doubles import Doubles, Part
from archlint.model.facts.expressions import Expression

_AFFIXES = frozenset(
    {"i", "abstract", "base", "interface", "protocol", "abc", "impl", "implementation", "default",
     "port", "contract"}
)  # fmt: skip
_DRIVING = frozenset(
    {"inbound", "incoming", "driving", "primary", "input", "inputs", "inputport", "in", "boundary"}
)


@dataclass(frozen=True, slots=True)
class Interface:
    """An interface with the classes that implement it, all of its own side of each border."""

    port: ProjectClass
    makers: tuple[ProjectClass, ...]
    methods: frozenset[str]

    @property
    def is_spare(self) -> bool:
        """Whether one class alone implements it, and has its name; ways in are there by choice."""
        is_alike = len(self.makers) == 1 and stem(self.port.name) == stem(self.makers[0].name)
        return is_alike and not self._is_way_in

    @property
    def _is_way_in(self) -> bool:
        """Whether it is called a way in: what others are to drive the core by."""
        *folders, file = self.port.module.path.lower().removesuffix(".py").split("/")
        words = {word.lower() for word in words_of(self.port.name)} - {"in"}
        return bool(_DRIVING & {*folders, *file.split("_"), *words})


@dataclass(frozen=True)
class Interfaces:
    """The interfaces of the core that keep nobody from knowing what is behind them.

    Whoever knows such an interface may know the class that implements it, and no infrastructure
    is behind it: it inverts no dependency.
    """

    ports: Ports
    functions: Sequence[ProjectFunction]
    reaches_out: Callable[[ProjectClass], bool]

    def __iter__(self) -> Iterator[Interface]:
        for port in self.ports:
            promised = frozenset(promises_of(port))
            makers = self._makers(port, promised) if promised else ()
            if makers and all(self._is_beside(port, maker) for maker in makers):
                yield Interface(port, makers, promised)

    def idle(self, found: Iterable[Interface], doubles: Doubles) -> Iterator[Interface]:
        """Yield those of some that repeat a single class, and that no test stands in for."""
        for interface in found:
            if interface.is_spare and not doubles.are_there_for(self._part(interface)):
                yield interface

    def _makers(self, port: ProjectClass, promised: frozenset[str]) -> tuple[ProjectClass, ...]:
        """Return who implements an interface: by inheritance, or a protocol by the same methods."""
        heirs = self._heirs.get(port, ())
        if not any(name.endswith(".Protocol") for name in port.external_ancestors):
            return tuple(heirs)
        if promised not in self._keepers:
            alike = self._having.get(min(promised), ())
            whole = (known for known in alike if all(map(known.find_method, promised)))
            self._keepers[promised] = tuple(whole)
        return tuple(dict.fromkeys((*heirs, *self._keepers[promised])))

    @cached_property
    def _keepers(self) -> dict[frozenset[str], tuple[ProjectClass, ...]]:
        """The classes that have certain methods: many contexts promise the same of their own."""
        return {}

    @cached_property
    def _classes(self) -> tuple[ProjectClass, ...]:
        return tuple(known for known in self.ports.classes if not self.ports.is_interface(known))

    @cached_property
    def _heirs(self) -> Mapping[ProjectClass, list[ProjectClass]]:
        """The classes that inherit, by what they inherit from."""
        found: dict[ProjectClass, list[ProjectClass]] = defaultdict(list)
        for known in self._classes:
            for ancestor in known.lineage[1:]:
                found[ancestor].append(known)
        return found

    @cached_property
    def _having(self) -> Mapping[str, list[ProjectClass]]:
        """The classes by the names of the methods that they have, inherited ones among them."""
        found: dict[str, list[ProjectClass]] = defaultdict(list)
        for known in self._classes:
            for name in {method.name for owner in known.lineage for method in owner.fact.methods}:
                found[name].append(known)
        return found

    def _is_beside(self, port: ProjectClass, maker: ProjectClass) -> bool:
        here = self.ports.layer_of(port.module.name)
        there = self.ports.layer_of(maker.module.name)
        if not (here and there and there.is_core and here.may_import(there)):
            return False
        return not self.reaches_out(maker)

    def _part(self, interface: Interface) -> Part:
        dotted = interface.port.dotted
        makers = frozenset(maker.dotted for maker in interface.makers)
        return Part(dotted, interface.methods, makers, frozenset(self._users[dotted]))

    @cached_property
    def _users(self) -> Mapping[str, set[str]]:
        """Who takes or gives each interface, as annotations say, by their full names."""
        found: dict[str, set[str]] = defaultdict(set)
        for function in self.functions:
            fact = function.fact
            told = [*(parameter.annotation for parameter in fact.parameters), fact.returns]
            owner = [function.owner.dotted] if function.owner else []
            for port in self._named(function.module.name, told):
                found[port].update([function.dotted, *owner])
        for known in self.ports.classes:
            fields = (f.annotation for f in known.own_fields if f.origin is FieldOrigin.BODY)
            for port in self._named(known.module.name, fields):
                found[port].add(known.dotted)
        return found

    def _named(self, module: str, annotations: Iterable[Expression | None]) -> Iterator[str]:
        """Yield the full names of the interfaces that annotations name."""
        for annotation in filter(None, annotations):
            for part in annotation.walk():
                if part.dotted.rpartition(".")[2] in self._names:
                    known = self.ports.classes.resolve(module, part.dotted)
                    if known:
                        yield known.dotted

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(port.name for port in self.ports)


def stem(name: str) -> str:
    """Return a name without what only says that it is an interface, or implements one."""
    words = [word.lower() for word in words_of(name)]
    return " ".join(word for word in words if word not in _AFFIXES)
