"""tach's interfaces: what others may import from a module."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.contracts.migration.configuration import Configuration
from archlint.contracts.migration.outcomes import UNKNOWN, Item, Outcome
from archlint.contracts.migration.project import Project

_WORDS = re.compile(r"\w+(?:\\?\.\w+)*")
_EVERYBODY = (".*",)
_RESTRICTIONS = frozenset({"visibility", "exclusive", "data_types"})


@dataclass(frozen=True, slots=True)
class Interface:
    """Regular expressions: what is exposed, by the path below the module, and of which modules.

    `strange` are the keys that nobody reads.
    """

    expose: tuple[str, ...]
    owners: tuple[str, ...]
    is_restricted: bool = False
    strange: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The interface as items name it."""
        owners = ", ".join(self.owners) if self.owners != _EVERYBODY else "all modules"
        return f"{', '.join(self.expose) or 'nothing'} of {owners}"

    def is_of(self, module: str) -> bool:
        """Whether a module adopts it."""
        return any(re.fullmatch(owner, module) for owner in self.owners)


def read_interfaces(configuration: Configuration) -> Iterator[Interface]:
    """Read the interfaces; raise BrokenConfigurationError for one that is not as tach wants it."""
    for said in (configuration.content or {}).get("interfaces") or ():
        expose = said.get("expose") if isinstance(said, dict) else None
        if not isinstance(expose, list):
            raise configuration.wrong("an interface exposes no list", r"^\s*expose|interfaces")
        owners = tuple(map(str, said.get("from") or _EVERYBODY))
        is_restricted = not _RESTRICTIONS.isdisjoint(said)
        strange = tuple(key for key in said if key not in {"expose", "from", *_RESTRICTIONS})
        interface = Interface(tuple(map(str, expose)), owners, is_restricted, strange)
        for regex in (*interface.expose, *interface.owners):
            try:
                re.compile(regex)
            except re.error as error:
                message = f"{regex!r} is no regular expression: {error}"
                raise configuration.wrong(message, re.escape(regex)) from None
        yield interface


@dataclass(frozen=True, slots=True)
class Faces:
    """What modules show by their interfaces, as far as modules can be told apart."""

    interfaces: tuple[Interface, ...]
    project: Project

    def exposed(self, modules: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return the regular expressions of what others may import, by module."""
        return {
            module: tuple(regex for each in found for regex in each.expose)
            for module in modules
            if (found := [each for each in self.interfaces if each.is_of(module)])
        }

    def public(self, module: str) -> tuple[str, ...] | None:
        """Return the modules below one that others may import; its `__init__` they always may.

        None where no interface says so, or where there is nothing below.
        """
        regexes = self.exposed([module]).get(module)
        holds_modules = any(name.startswith(f"{module}.") for name in self.project.names)
        if regexes is None or not holds_modules:
            return None
        return tuple(
            dict.fromkeys(name for regex in regexes for name in self._below(module, regex))
        )

    def items(self, modules: Iterable[str]) -> Iterator[Item]:
        """Yield what becomes of each interface."""
        names = tuple(modules)
        for each in self.interfaces:
            item = Item("interface", each.title)
            if not any(map(each.is_of, names)):
                yield Item("interface", each.title, Outcome.NOT, ("no module adopts it",))
                continue
            told = ["archlint shows modules, not names, and always the __init__ of a package"]
            if each.is_restricted:
                told.append("visibility, exclusive and data_types of an interface are lost")
            yield item.partly(*told)
            for key in each.strange:
                name = f"{key} of interface {each.title}"
                yield Item("option", name, Outcome.NOT, (UNKNOWN,))

    def _below(self, module: str, regex: str) -> Iterator[str]:
        """Yield the module that an expression leads to: `api.*` and `api.Order` to `api`."""
        found = _WORDS.match(regex)
        parts = found.group().replace("\\", "").split(".") if found else []
        for length in range(len(parts), 0, -1):
            below = ".".join(parts[:length])
            if f"{module}.{below}" in self.project.names:
                yield below
                return
