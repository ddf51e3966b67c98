"""Remedies: what to do about an outer name, which depends on what goes by it."""

from collections.abc import Callable, Iterator, Mapping

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.names.breaches import Breach
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import Definition, DefinitionKind, Outline

_INTERFACES = frozenset({"Protocol", "ABC"})
_RECORDS = frozenset({"NamedTuple", "TypedDict", "Enum", "StrEnum", "IntEnum", "Flag", "IntFlag"})
_RECORD_MAKERS = frozenset({"dataclass", "define", "frozen", "attrs"})
_ENDS_OF_ERRORS = ("Error", "Exception", "Warning")
_DEEPEST = 8


class Remedies:
    """Knows what the outlines say of a definition; `layer` tells the layer of a module."""

    def __init__(
        self,
        names: Names,
        outlines: Mapping[str, Outline],
        layer: Callable[[str], Layer | None],
    ) -> None:
        self._names = names
        self._outlines = outlines
        self._layer = layer

    def of(self, breach: Breach) -> str:
        """Return the next step for whoever reads of a breach."""
        inner, outer, names = breach.inner, breach.outer, breach.short_names
        if outer.role is Role.COMPOSITION:
            return f"pass {names} in from {outer.name}, which may know everyone"
        symbols = self._classes(breach)
        if len(symbols) == len(breach.told) and (told := self._of_classes(breach, symbols)):
            return told
        if inner.is_core:
            return (
                f"let {inner.name} own an interface that says what is needed of {names}, "
                f"and let {outer.name} implement it"
            )
        return f"turn the dependency round: {outer.name} may know {inner.name}, so pass {names} in"

    def _classes(self, breach: Breach) -> list[Symbol]:
        """Return the names of a breach that stand for classes."""
        every = {each.told: each.symbol for each in (*breach.names, *breach.importers)}
        return [symbol for symbol in every.values() if symbol.kind is SymbolKind.CLASS]

    def _of_classes(self, breach: Breach, symbols: list[Symbol]) -> str:
        inner, outer, names = breach.inner, breach.outer, breach.short_names
        ports = [self.port(symbol, inner) for symbol in symbols]
        if all(ports):
            owned = ", ".join(port for port in ports if port)
            how = "implements" if len(ports) == 1 else "implement"
            return f"depend on {owned}, which {names} {how}, and have the instance passed in"
        if all(map(self._is_interface, symbols)):
            return (
                f"move {names} from {outer.name} to {inner.name}: an interface belongs to those "
                "who need it"
            )
        if all(map(self._is_error, symbols)):
            return f"declare {names} in {inner.name}, and let {outer.name} raise it from there"
        if all(map(self._is_record, symbols)):
            return f"move {names} from {outer.name} to {inner.name}, where it is needed"
        return ""

    def port(self, symbol: Symbol, inner: Layer) -> str | None:
        """Return the interface of an inner layer that a class implements, by its full name."""
        for base in self._ancestors(symbol):
            layer = self._layer(base.module)
            if layer and inner.may_import(layer) and self._is_interface(base):
                return base.dotted
        return None

    def _is_interface(self, symbol: Symbol) -> bool:
        definition = self._definition(symbol)
        return definition is not None and any(_last(b) in _INTERFACES for b in definition.bases)

    def is_harmless(self, symbol: Symbol) -> bool:
        """Whether a name stands for a type that does nothing by itself."""
        return self._is_interface(symbol) or self._is_error(symbol)

    def _is_error(self, symbol: Symbol) -> bool:
        family = (symbol, *self._ancestors(symbol))
        known = (definition for each in family if (definition := self._definition(each)))
        return any(_last(b).endswith(_ENDS_OF_ERRORS) for each in known for b in each.bases)

    def _is_record(self, symbol: Symbol) -> bool:
        definition = self._definition(symbol)
        if definition is None:
            return False
        is_made = any(_last(name) in _RECORD_MAKERS for name in definition.decorators)
        bases = {_last(base) for base in definition.bases}
        return (is_made and not bases) or bool(bases & _RECORDS)

    def _ancestors(self, symbol: Symbol) -> Iterator[Symbol]:
        """Yield the classes of the project that a class comes from, the nearest first."""
        waiting, seen = [symbol], {symbol.dotted}
        for _ in range(_DEEPEST):
            found = [base for each in waiting for base in self._bases(each)]
            waiting = [base for base in found if base.dotted not in seen]
            seen |= {base.dotted for base in waiting}
            yield from waiting

    def _bases(self, symbol: Symbol) -> Iterator[Symbol]:
        definition = self._definition(symbol)
        for base in definition.bases if definition else ():
            found = self._names.resolve(symbol.module, base)
            if found.kind is SymbolKind.CLASS and found.module:
                yield found

    def _definition(self, symbol: Symbol) -> Definition | None:
        outline = self._outlines.get(symbol.module)
        for definition in outline.definitions if outline else ():
            if definition.name == symbol.name and definition.kind is DefinitionKind.CLASS:
                return definition
        return None


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]
