"""An implementation: a class of the project and a port that it says it implements."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from archlint.model.code.classes.fields import self_attribute
from archlint.model.code.classes.ports import Ports
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.roles.shapes import is_abstract, is_marked_abstract
from archlint.model.facts.expressions import ExpressionKind
from archlint.model.facts.statements import StatementKind, walk
from archlint.model.facts.structure import Class, Function
from archlint.model.finding import Evidence
from archlint.model.place import Place

_PLAIN_BASES = ("abc.", "typing.", "typing_extensions.", "builtins.", "collections.abc.")
_ABSTRACT_BASES = frozenset({"ABC", "ABCMeta", "Protocol"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A method that a port promises, and the method of `holder` that keeps the promise."""

    promise: Function
    port: ProjectClass
    kept: Function
    holder: ProjectClass
    heirs: tuple[ProjectClass, ...] = ()

    @property
    def place(self) -> Place:
        """Where the method stands that keeps the promise."""
        return Place(self.holder.module.path, self.kept.line, self.kept.column + 1)

    @property
    def target(self) -> str:
        """The full name of the promise."""
        return f"{self.port.dotted}.{self.promise.name}"

    @property
    def evidence(self) -> Evidence:
        """Where the promise is made."""
        path = self.port.module.path
        return Evidence(path, self.promise.line, f"{self.port.name} promises it here")


@dataclass(frozen=True)
class Implementation:
    """A class that is meant to be used, with a port among its ancestors."""

    port: ProjectClass
    adapter: ProjectClass
    heirs: tuple[ProjectClass, ...]
    classes: Classes

    @cached_property
    def promises(self) -> Mapping[str, tuple[ProjectClass, Function]]:
        """The methods that the port leaves to others, by name."""
        return promises_of(self.port)

    def pairs(self) -> Iterator[Pair]:
        """Yield the promises that the class keeps by a method of its own or of an ancestor."""
        for name, (holder, promise) in self.promises.items():
            for owner in self._own_lineage:
                kept = owner.fact.method(name)
                if kept and not is_marked_abstract(kept):
                    yield Pair(promise, holder, kept, owner, self.heirs)
                    break

    @cached_property
    def missing(self) -> tuple[tuple[ProjectClass, Function], ...]:
        """The promises that nothing keeps; () where some of the class cannot be seen."""
        if not self._is_all_known:
            return ()
        return tuple(
            promise
            for name, promise in self.promises.items()
            if not any(_gives(owner.fact, name) for owner in (*self._own_lineage, *self.heirs))
        )

    @cached_property
    def _own_lineage(self) -> tuple[ProjectClass, ...]:
        """The class and its ancestors, those left out that only promise."""
        promising = set(self.port.lineage)
        return tuple(owner for owner in self.adapter.lineage if owner not in promising)

    @property
    def _is_all_known(self) -> bool:
        """Whether no base from elsewhere, and no `__getattr__`, may give what is looked for."""
        if any(owner.fact.method("__getattr__") for owner in self._own_lineage):
            return False
        resolved = all(
            len(self.classes.bases(owner.dotted)) == len(owner.fact.bases)
            for owner in self.adapter.lineage
        )
        outside = self.adapter.external_ancestors
        return resolved and all(name.startswith(_PLAIN_BASES) for name in outside)


@dataclass(frozen=True)
class Implementations:
    """The classes of a project that implement its ports."""

    classes: Classes
    ports: Ports

    def __iter__(self) -> Iterator[Implementation]:
        for adapter in self.classes:
            if self._is_meant_to_be_used(adapter):
                heirs = tuple(self._heirs.get(adapter.dotted, ()))
                for port in self._nearest_ports(adapter):
                    yield Implementation(port, adapter, heirs, self.classes)

    def _is_meant_to_be_used(self, owner: ProjectClass) -> bool:
        """Whether it is a class to make instances of, and no interface or base of others."""
        bases = {_last(base.dotted) for base in self.classes.bases(owner.dotted)}
        marked = bases | {_last(k.parts[0].dotted) for k in owner.fact.keywords if k.parts}
        if marked & _ABSTRACT_BASES or self.ports.is_port(owner) or self._is_generic(owner):
            return False
        methods = owner.fact.methods
        return bool(methods) and not any(is_marked_abstract(method) for method in methods)

    def _is_generic(self, owner: ProjectClass) -> bool:
        """Whether a type variable is still open, so that a heir has to fill it in."""
        if owner.fact.type_parameters:
            return True
        named = (
            part.dotted
            for base in owner.fact.bases
            if base.kind is ExpressionKind.SUBSCRIPT
            for part in base.parts[1:]
        )
        resolve = self.classes.names.resolve
        return any(
            resolve(owner.module.name, name).external.endswith(".TypeVar()")
            for name in named
            if name
        )

    def _nearest_ports(self, adapter: ProjectClass) -> list[ProjectClass]:
        found = [a for a in adapter.lineage[1:] if self.ports.is_port(a)]
        return [p for p in found if not any(p in other.lineage[1:] for other in found)]

    @cached_property
    def _heirs(self) -> Mapping[str, list[ProjectClass]]:
        heirs: dict[str, list[ProjectClass]] = {}
        for known in self.classes:
            for ancestor in known.lineage[1:]:
                heirs.setdefault(ancestor.dotted, []).append(known)
        return heirs


def pairs(implementations: Iterable[Implementation]) -> Iterator[Pair]:
    """Yield what keeps a promise, each method once for each promise."""
    told: set[tuple[Place, str]] = set()
    for implementation in implementations:
        for pair in implementation.pairs():
            if (pair.place, pair.target) not in told:
                told.add((pair.place, pair.target))
                yield pair


def promises_of(port: ProjectClass) -> Mapping[str, tuple[ProjectClass, Function]]:
    """Return the methods that a port and its ancestors leave to others, by name."""
    nearest: dict[str, tuple[ProjectClass, Function]] = {}
    for holder in port.lineage:
        for method in holder.fact.methods:
            nearest.setdefault(method.name, (holder, method))
    return {
        name: (holder, method)
        for name, (holder, method) in nearest.items()
        if not name.startswith("__") and is_promise(holder, method)
    }


def is_promise(holder: ProjectClass, method: Function) -> bool:
    """Whether a method only says what others have to do."""
    if is_abstract(method):
        return True
    is_protocol = any(_last(name) == "Protocol" for name in holder.external_ancestors)
    return is_protocol and is_empty(method)


def is_empty(method: Function) -> bool:
    """Whether the body does nothing: a docstring, `...`, `pass` or `return None`."""
    return all(
        statement.text == "pass"
        or (
            statement.kind in {StatementKind.DO, StatementKind.RETURN}
            and all(part.text in {"...", "None"} for part in statement.expressions)
        )
        for statement in method.body
    )


def _gives(fact: Class, name: str) -> bool:
    """Whether a class gives its instances that name, by whatever statement."""
    method = fact.method(name)
    if method and not is_marked_abstract(method):
        return True
    if any(inner.name == name for inner in fact.classes):
        return True
    for statement in walk(fact.body):
        bound = statement.text if statement.kind is StatementKind.DEFINE else ""
        if bound == name or any(part.text == name for part in statement.expressions):
            return True
    return any(
        self_attribute(part) == name
        for method in fact.methods
        for statement in walk(method.body)
        for part in statement.expressions
    )


def _last(dotted: str) -> str:
    return dotted.removesuffix("()").rpartition(".")[2]
