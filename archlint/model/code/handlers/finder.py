"""The finder of handlers: asks each way of recognising them, the surest first."""

from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase

from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.handlers.bases import base_calling
from archlint.model.code.handlers.conventions import by_convention
from archlint.model.code.handlers.handler import Handler, HandlerKind, Sign
from archlint.model.code.handlers.registered import registered
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.handlers.ways import way_of
from archlint.model.facts.structure import Structure


class Finder:
    """Finds the handlers of a project."""

    def __init__(
        self,
        scenery: Scenery,
        structures: Mapping[str, Structure],
        architecture: Architecture,
        layer_of: Callable[[str], Layer | None],
    ) -> None:
        self._scenery = scenery
        self._architecture = architecture
        self._layer_of = layer_of
        self._registered = {
            (function.dotted, function.fact.line): sign
            for function, sign in registered(scenery, structures)
        }

    def find(self) -> Iterator[Handler]:
        """Yield every handler once."""
        for function in self._scenery.functions:
            if sign := self._sign(function):
                yield Handler(function, sign)

    def _sign(self, function: ProjectFunction) -> Sign | None:
        handed_over = self._registered.get((function.dotted, function.fact.line))
        if function.fact.name.startswith("__"):
            return handed_over
        return (
            self._custom(function)
            or self._decorated(function)
            or self._inherited(function)
            or handed_over
            or by_convention(function, self._layer_of(function.module.name), self._scenery)
        )

    def _custom(self, function: ProjectFunction) -> Sign | None:
        wanted = self._architecture.controller_decorators
        for _, name in self._scenery.decorators(function) if wanted else ():
            if any(is_meant(pattern, name) for pattern in wanted):
                return Sign(HandlerKind.CUSTOM, "", f"decorated with {name}")
        owner = function.owner
        for ancestor in owner.ancestors if owner and function.fact.is_public else ():
            if any(is_meant(x, ancestor.dotted) for x in self._architecture.controller_bases):
                return Sign(HandlerKind.CUSTOM, "", f"method of a {ancestor.dotted}")
        return None

    def _decorated(self, function: ProjectFunction) -> Sign | None:
        found = way_of(name for _, name in self._scenery.decorators(function))
        if found is None:
            return None
        kind, library, name = found
        return Sign(kind, library, f"decorated with {name}")

    def _inherited(self, function: ProjectFunction) -> Sign | None:
        owner = function.owner
        if owner is None or owner.fact.method(function.fact.name) is not function.fact:
            return None
        found = base_calling(owner.external_ancestors, function.fact.name)
        if found is None:
            return None
        kind, base = found
        return Sign(kind, base.partition(".")[0], f"method of a {base}")


def is_meant(pattern: str, name: str) -> bool:
    """Whether a name of the settings means this one: in full, by its end, or with wildcards."""
    return name == pattern or name.endswith(f".{pattern}") or fnmatchcase(name, pattern)
