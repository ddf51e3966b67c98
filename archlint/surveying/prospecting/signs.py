"""Signs: what a module makes and extends by which one can see what it is for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from archlint.model.catalog import Catalog
from archlint.model.code.handlers.bases import is_called_by_framework
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.code.orm.libraries import table_bases
from archlint.model.code.orm.library import words
from archlint.model.facts.outline import Definition, DefinitionKind, Outline
from archlint.model.modules import Module

_ROUTERS = words(
    "APIRouter Router Blueprint APIBlueprint Namespace Typer RouterAPI RouteTableDef"
    " WebsocketRouter DefaultRouter SimpleRouter NinjaAPI KafkaRouter RabbitRouter NatsRouter"
    " RedisRouter"
)
_PROGRAMS = words(
    "FastAPI Flask Sanic Quart Starlette Litestar Bottle Falcon NinjaAPI Celery Application"
    " APIFlask Blacksheep Robyn"
)
_CONTAINERS = frozenset({"DeclarativeContainer", "DynamicContainer", "Module", "AppConfig"})
_OUTSIDE = frozenset({"web", "cli", "graphql", "rpc", "queue", "gui"})
_CLIENTS = frozenset({"http-client", "saas", "cloud"})
_ABSTRACT = frozenset({"abc.ABC", "typing.Protocol", "typing_extensions.Protocol"})
_MOST_STEPS = 8


class Signs:
    """What the outlines of a program show of its modules; texts are "" where there is nothing."""

    def __init__(
        self, modules: Sequence[Module], outlines: Mapping[str, Outline], catalog: Catalog
    ) -> None:
        self._modules = modules
        self._outlines = outlines
        self._catalog = catalog
        self._ancestors: dict[tuple[str, str], frozenset[str]] = {}

    def is_blank(self, module: str) -> bool:
        """Whether a module imports and defines nothing; one that cannot be read is not."""
        outline = self._outlines.get(module)
        return outline is not None and not outline.imports and not outline.definitions

    def way_in(self, module: str) -> str:
        """Return by what the outside calls this module: a router that it makes, or a base class."""
        for made in self._made(module):
            if self._name(made) in _ROUTERS and self._kind(made) in _OUTSIDE:
                return f"makes {made}"
        for definition in self._classes(module):
            for ancestor in sorted(self.ancestors(module, definition)):
                if is_called_by_framework([ancestor]):
                    return f"extends {ancestor}"
        return ""

    def speaks(self, module: str) -> bool:
        """Whether a module imports what the outside talks to a program by."""
        return not _OUTSIDE.isdisjoint(self._kinds(module))

    def calls(self, module: str) -> bool:
        """Whether a module imports what a program talks to others by."""
        return not _CLIENTS.isdisjoint(self._kinds(module))

    def _kinds(self, module: str) -> Iterator[str]:
        outline = self._outlines.get(module)
        statements = outline.imports if outline else ()
        return (self._kind(each.module) for each in statements if not each.level)

    def program(self, module: str) -> str:
        """Return what makes this module the one that starts a program, or puts it together."""
        for made in self._made(module):
            if self._name(made) in _PROGRAMS and self._kind(made) in _OUTSIDE:
                return f"makes {made}"
        for definition in self._classes(module):
            for ancestor in sorted(self.ancestors(module, definition)):
                is_known = self._kind(ancestor) == "di" or ancestor.startswith("django.apps.")
                if is_known and self._name(ancestor) in _CONTAINERS:
                    return f"extends {ancestor}"
        return ""

    def table(self, module: str) -> str:
        """Return by what this module declares tables: a base class of a mapper, or its call."""
        for definition in self._classes(module):
            if library := next(table_bases(self.ancestors(module, definition)), None):
                return f"declares {library.title} models"
        if any(made == "sqlalchemy.Table" for made in self._made(module)):
            return "declares SQLAlchemy tables"
        return ""

    def is_port(self, module: str) -> bool:
        """Whether a module defines interfaces and nothing else."""
        definitions = self._definitions(module)
        if any(d.kind is DefinitionKind.FUNCTION for d in definitions):
            return False
        classes = [d for d in definitions if d.kind is DefinitionKind.CLASS]
        return bool(classes) and all(self._is_abstract(module, each) for each in classes)

    def ancestors(self, module: str, definition: Definition) -> frozenset[str]:
        """Return the classes from outside that a class inherits from, by their full names."""
        return self._climb(module, definition, _MOST_STEPS)

    def _climb(self, module: str, definition: Definition, steps: int) -> frozenset[str]:
        key = (module, definition.name)
        if key not in self._ancestors:
            self._ancestors[key] = frozenset()
            found = self._bases(module, definition, steps) if steps else ()
            self._ancestors[key] = frozenset(found)
        return self._ancestors[key]

    def _bases(self, module: str, definition: Definition, steps: int) -> Iterator[str]:
        for base in definition.bases:
            called = base.endswith("()")
            symbol = self._names.resolve(module, base.removesuffix("()"))
            if symbol.external:
                yield f"{symbol.external}()" if called else symbol.external
            elif found := self._definition(symbol):
                yield from self._climb(symbol.module, found, steps - 1)

    def _definition(self, symbol: Symbol) -> Definition | None:
        if symbol.kind is not SymbolKind.CLASS:
            return None
        found = self._names.bindings(symbol.module).get(symbol.name)
        return found if isinstance(found, Definition) else None

    def _is_abstract(self, module: str, definition: Definition) -> bool:
        direct = {self._names.resolve(module, base).external for base in definition.bases}
        return bool(direct & _ABSTRACT)

    def _made(self, module: str) -> Iterator[str]:
        for definition in self._definitions(module):
            if definition.kind is DefinitionKind.CALL:
                made = self._names.resolve(module, definition.target)
                if made.external:
                    yield made.external

    def _kind(self, made: str) -> str:
        library = self._catalog.find(made)
        return library.kind if library else ""

    def _classes(self, module: str) -> Iterator[Definition]:
        return (d for d in self._definitions(module) if d.kind is DefinitionKind.CLASS)

    def _definitions(self, module: str) -> tuple[Definition, ...]:
        outline = self._outlines.get(module)
        return outline.definitions if outline else ()

    @staticmethod
    def _name(made: str) -> str:
        return made.rpartition(".")[2]

    @cached_property
    def _names(self) -> Names:
        return Names(self._modules, self._outlines)
