"""The classes of the project, with their ancestors resolved across files."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from archlint.model.code.classes.fields import (
    CONSTRUCTORS,
    Field,
    assigned_names,
    fields_of,
    set_on_self,
)
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.outline import DefinitionKind, Outline
from archlint.model.facts.statements import StatementKind
from archlint.model.facts.structure import Class, Function, Structure
from archlint.model.modules import Module


class ProjectClass:
    """A class of the project; two are equal when they are the same class.

    `dotted` is its full name: module and qualified name.
    """

    def __init__(self, module: Module, fact: Class, classes: "Classes") -> None:
        self.module = module
        self.fact = fact
        self.dotted = f"{module.name}.{fact.qualname}"
        self._classes = classes

    def __repr__(self) -> str:
        return f"<class {self.dotted}>"

    @property
    def name(self) -> str:
        """The name without what it is nested in."""
        return self.fact.name

    @cached_property
    def ancestors(self) -> tuple[Symbol, ...]:
        """All classes it inherits from, resolved, nearest first, each once."""
        return self._classes.ancestors(self.dotted)

    @cached_property
    def lineage(self) -> tuple["ProjectClass", ...]:
        """The class itself, then those of its ancestors whose files were studied."""
        found = (self._classes.get(ancestor.dotted) for ancestor in self.ancestors)
        return (self, *(ancestor for ancestor in found if ancestor))

    @cached_property
    def external_ancestors(self) -> frozenset[str]:
        """Dotted names of the ancestors from outside the project."""
        return frozenset(a.external for a in self.ancestors if a.external)

    @cached_property
    def ancestor_names(self) -> frozenset[str]:
        """The last names of all ancestors, as written in the code that defines them."""
        return frozenset(_last(a.dotted) for a in self.ancestors if a.dotted)

    @cached_property
    def decorators(self) -> tuple[str, ...]:
        """Resolved dotted names of its decorators, without their arguments."""
        resolve = self._classes.names.resolve
        callees = (d.callee if d.kind is ExpressionKind.CALL else d for d in self.fact.decorators)
        return tuple(resolve(self.module.name, c.dotted).dotted or c.dotted for c in callees)

    def decorator_call(self, *names: str) -> Expression | None:
        """Return the decorator with one of these last names, called or not."""
        for decorator in self.fact.decorators:
            callee = decorator.callee if decorator.kind is ExpressionKind.CALL else decorator
            if _last(callee.dotted) in names:
                return decorator
        return None

    @cached_property
    def own_fields(self) -> tuple[Field, ...]:
        """The fields that this class declares."""
        return fields_of(self.fact)

    @cached_property
    def late_setters(self) -> Mapping[str, tuple[Function, ...]]:
        """The methods but constructors that assign to an attribute of `self`, by its name."""
        found: dict[str, dict[tuple[str, int], Function]] = {}
        for method in self.fact.methods:
            if method.name not in CONSTRUCTORS:
                for field in set_on_self(method):
                    found.setdefault(field.name, {})[method.qualname, method.line] = method
        return {name: tuple(methods.values()) for name, methods in found.items()}

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The names that the class itself gives to its instances, in whatever way."""
        declared = (field.name for field in self.own_fields)
        assigned = assigned_names(self.fact)
        return frozenset([*self.own_methods, *declared, *assigned, *self.late_setters])

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Own and inherited fields, each name once, the nearest declaration first."""
        found: dict[str, Field] = {}
        for owner in self.lineage:
            for field in owner.own_fields:
                found.setdefault(field.name, field)
        return tuple(found.values())

    def find_method(self, name: str) -> "tuple[ProjectClass, Function] | None":
        """Return the nearest definition of a method with the class that holds it."""
        for owner in self.lineage:
            if method := owner.own_methods.get(name):
                return owner, method
        return None

    @cached_property
    def own_methods(self) -> Mapping[str, Function]:
        """The methods that the class itself defines, by name; the last one of a name wins."""
        return {method.name: method for method in self.fact.methods}


class Classes:
    """The classes of all studied files; of other files only names and bases are known."""

    def __init__(
        self,
        names: Names,
        modules: Mapping[str, Module],
        structures: Mapping[str, Structure],
        outlines: Mapping[str, Outline],
    ) -> None:
        self.names = names
        self._modules = modules
        self._structures = structures
        self._outlines = outlines
        self._known = {
            f"{module}.{fact.qualname}": ProjectClass(modules[module], fact, self)
            for module, structure in structures.items()
            for fact in structure.all_classes()
        }
        self._ancestors: dict[str, tuple[Symbol, ...]] = {}

    def __iter__(self) -> Iterator[ProjectClass]:
        return iter(self._known.values())

    def get(self, dotted: str) -> ProjectClass | None:
        """Return the studied class of that full name."""
        return self._known.get(dotted)

    def resolve(self, module: str, dotted: str) -> ProjectClass | None:
        """Return the studied class that a name stands for in a module."""
        symbol = self.names.resolve(module, dotted)
        return self.get(symbol.dotted) if symbol.kind is SymbolKind.CLASS else None

    def assigned(self, module: str, name: str) -> Expression | None:
        """Return what the top level of a studied module assigns to a name, the last time."""
        structure = self._structures.get(module)
        for statement in reversed(structure.body if structure else ()):
            if statement.kind is StatementKind.ASSIGN:
                value, *targets = statement.expressions
                if any(t.kind is ExpressionKind.NAME and t.text == name for t in targets):
                    return value
        return None

    def ancestors(self, dotted: str) -> tuple[Symbol, ...]:
        """Return what a class inherits from, directly or not, nearest first."""
        if dotted not in self._ancestors:
            found: dict[str, Symbol] = {}
            level = self.bases(dotted)
            while level:
                fresh = [base for base in level if base.dotted not in found]
                found.update({base.dotted: base for base in fresh})
                level = [above for base in fresh for above in self.bases(base.dotted)]
            found.pop(dotted, None)
            self._ancestors[dotted] = tuple(found.values())
        return self._ancestors[dotted]

    def bases(self, dotted: str) -> list[Symbol]:
        """Return the direct bases of a class that can be resolved."""
        if known := self._known.get(dotted):
            texts = [_base_text(base) for base in known.fact.bases]
            module = known.module.name
        else:
            module, _, name = dotted.rpartition(".")
            outline = self._outlines.get(module)
            texts = [
                text
                for definition in (outline.definitions if outline else ())
                if definition.name == name and definition.kind is DefinitionKind.CLASS
                for text in definition.bases
            ]
        symbols = (self._base(module, text) for text in texts if text)
        return [symbol for symbol in symbols if symbol.dotted]

    def _base(self, module: str, text: str) -> Symbol:
        called = text.removesuffix("()")
        symbol = self.names.resolve(module, called)
        if called == text or not symbol.external:
            return symbol
        return Symbol(SymbolKind.EXTERNAL, external=f"{symbol.external}()")


def _base_text(base: Expression) -> str:
    if base.kind is ExpressionKind.SUBSCRIPT:
        base = base.parts[0]
    if base.kind is ExpressionKind.CALL:
        return f"{base.callee.dotted}()"
    return base.dotted


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]
