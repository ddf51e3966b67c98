"""Concretes: classes of the outside that the core is given, or makes, in place of a port."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.ports import Ports
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.types import Type


@dataclass(frozen=True, slots=True)
class Concrete:
    """A class of the outside in that line; `port` is the interface of the core it implements."""

    verb: str
    line: int
    known: ProjectClass
    port: ProjectClass | None


@dataclass(frozen=True)
class Concretes:
    """Finds what is concrete for the functions of the core."""

    inference: Inference
    ports: Ports
    layer_of: Callable[[str], Layer | None]

    def of(self, function: ProjectFunction, inner: Layer) -> Iterator[Concrete]:
        """Yield what a function takes by its annotations, then what it makes, each class once."""
        told: set[str] = set()
        for verb, line, found in (*self._taken(function), *self._made(function)):
            known = self.inference.classes.get(found.name)
            if known is None or known.dotted in told or not self._is_outside(known, inner):
                continue
            told.add(known.dotted)
            yield Concrete(verb, line, known, self._port(known))

    def _taken(self, function: ProjectFunction) -> Iterator[tuple[str, int, Type]]:
        module, owner = function.module.name, function.owner
        for parameter in function.fact.own_parameters:
            read = self.inference.annotations.read(module, parameter.annotation, owner)
            line = parameter.annotation.line if parameter.annotation else 0
            for found in read.mentioned():
                yield "takes", line or function.fact.line, found

    def _made(self, function: ProjectFunction) -> Iterator[tuple[str, int, Type]]:
        environment = self.inference.environment(function.module, function.fact, function.owner)
        for call in function.fact.calls:
            made = self.inference.type_of(environment, call.callee)
            if made.is_class:
                yield "makes", call.line or function.fact.line, made

    def _is_outside(self, known: ProjectClass, inner: Layer) -> bool:
        """Whether a class is of a layer further out, or of none and implements a port."""
        if self.ports.is_interface(known):
            return False
        outer = self.layer_of(known.module.name)
        if outer is None:
            return self._port(known) is not None
        return not inner.may_import(outer)

    def _port(self, known: ProjectClass) -> ProjectClass | None:
        return next((a for a in known.lineage[1:] if self.ports.is_port(a)), None)
