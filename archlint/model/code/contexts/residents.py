"""Residents: which module lies in which bounded context."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.contexts import Residence
from archlint.model.architecture.layers import Role
from archlint.model.modules import Module

_EVERYBODYS = frozenset({Role.SHARED, Role.COMPOSITION})


class Residents:
    """The modules of a project, by the contexts that the patterns of its layers capture.

    A module of no layer lies in the context whose modules stand around it.
    """

    def __init__(self, modules: Iterable[Module], memberships: Mapping[str, Membership]) -> None:
        self._modules = {module.name: module for module in modules}
        self._memberships = memberships
        self._homes = {each.home for each in memberships.values() if each.home}

    def residence(self, module: str) -> Residence | None:
        """Return where in a context a module or folder lies, None for what belongs to them all."""
        return self._residences.get(module) if module in self._modules else self._folder(module)

    def of(self, context: str) -> Iterator[tuple[Module, Residence]]:
        """Yield the modules of a context."""
        for name, residence in self._residences.items():
            if residence.context == context:
                yield self._modules[name], residence

    @cached_property
    def _residences(self) -> Mapping[str, Residence]:
        found = {name: self._residence(module) for name, module in self._modules.items()}
        return {name: residence for name, residence in found.items() if residence}

    def _residence(self, module: Module) -> Residence | None:
        for names in _ways(module):
            if home := self._home(module, names):
                return Residence(home[-1], names[len(home) :], module.is_package)
        return None

    def _folder(self, dotted: str) -> Residence | None:
        names = tuple(dotted.split("."))
        home = self._around(names)
        return Residence(home[-1], names[len(home) :], is_package=True) if home else None

    def _around(self, names: tuple[str, ...]) -> tuple[str, ...]:
        heads = (names[:length] for length in range(len(names), 0, -1))
        return next((head for head in heads if head in self._homes), ())

    def _home(self, module: Module, names: tuple[str, ...]) -> tuple[str, ...]:
        member = self._memberships.get(module.name)
        if member is None:
            return self._around(names)
        is_here = names[: len(member.home)] == member.home
        return member.home if is_here and member.layer.role not in _EVERYBODYS else ()


def _ways(module: Module) -> Iterator[tuple[str, ...]]:
    """Yield the names on the way to a module, by its dotted name and by its path."""
    yield tuple(module.name.split("."))
    yield tuple(module.path.removesuffix(".py").removesuffix("/__init__").split("/"))
