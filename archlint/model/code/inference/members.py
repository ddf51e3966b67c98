"""What the attributes and methods of a value give, by what its class declares."""

from collections.abc import Callable

from archlint.model.code.classes.fields import Field, class_alias, set_on_self
from archlint.model.code.classes.project_classes import Classes, ProjectClass
from archlint.model.code.inference.annotations import Annotations
from archlint.model.code.inference.environments import Environment
from archlint.model.code.inference.handing_up import handed_up
from archlint.model.code.inference.types import NOTHING, Type, external_type, union
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression
from archlint.model.facts.structure import Function
from archlint.model.modules import Module

EnvironmentOf = Callable[[Module, Function, ProjectClass | None], Environment]
TypeOf = Callable[[Environment, Expression], Type]


class Members:
    """The types of attributes and of what methods return.

    A field that is known only by the value that the constructor gives it takes the inference of
    that value, which is why the two are handed over.
    """

    def __init__(
        self,
        classes: Classes,
        annotations: Annotations,
        environment: EnvironmentOf,
        type_of: TypeOf,
    ) -> None:
        self._classes = classes
        self._annotations = annotations
        self._environment = environment
        self._type_of = type_of
        self._attributes: dict[tuple[str, str], Type] = {}

    def attribute(self, owner: Type, name: str) -> Type:
        """Return the type of an attribute of a value of that type."""
        return union(tuple(self._member_attribute(member, name) for member in owner.members()))

    def field_type(self, owner: ProjectClass, field: Field) -> Type:
        """Return the type of a field that a class declares itself."""
        return self._field(owner, owner, field)

    def _member_attribute(self, owner: Type, name: str) -> Type:
        known = self._classes.get(owner.name)
        if known is None:
            return Type(f"{owner.name}.{name}") if "." in owner.name else NOTHING
        key = (owner.name, name)
        if key not in self._attributes:
            self._attributes[key] = NOTHING  # an attribute made of itself ends here
            self._attributes[key] = self._declared(known, name)
        return self._attributes[key]

    def _declared(self, owner: ProjectClass, name: str) -> Type:
        if found := owner.find_method(name):
            holder, method = found
            is_property = any("property" in d.dotted for d in method.decorators)
            return self._returns(owner, holder, method) if is_property else NOTHING
        for holder in owner.lineage:
            if name not in holder.given_names:
                continue
            for field in holder.own_fields:
                if field.name == name:
                    return self._field(owner, holder, field)
            if alias := class_alias(holder.fact, name):
                return self._aliased(holder, alias)
        if late := self._set_late(owner, name):
            return late
        outside = next((a for a in sorted(owner.external_ancestors) if "." in a), "")
        return Type(f"{outside}.{name}") if outside else NOTHING

    def _field(self, owner: ProjectClass, holder: ProjectClass, field: Field) -> Type:
        given = self._annotations.arguments_of(owner)
        if field.annotation is not None:
            return self._annotations.read(holder.module.name, field.annotation, owner, given)
        if field.setter is not None and field.value is not None:
            environment = self._environment(holder.module, field.setter, owner)
            found = self._type_of(environment, field.value)
            return found or self._handed_up(owner, holder, field.setter, field.value.dotted)
        return NOTHING

    def _handed_up(
        self, owner: ProjectClass, holder: ProjectClass, setter: Function, parameter: str
    ) -> Type:
        """Return the type of a parameter that a heir's constructor passes on to it."""
        for heir in owner.lineage:
            constructor = heir.fact.method(setter.name)
            if heir is holder or not constructor:
                continue
            if argument := handed_up(constructor, setter, parameter):
                return self._type_of(self._environment(heir.module, constructor, heir), argument)
        return NOTHING

    def _aliased(self, holder: ProjectClass, alias: str) -> Type:
        """Return the class that `model = Order` in the body of a class names."""
        symbol = self._classes.names.resolve(holder.module.name, alias)
        if symbol.kind is SymbolKind.CLASS:
            return Type(symbol.dotted, is_class=True)
        return external_type(symbol.external) if symbol.external else NOTHING

    def _set_late(self, owner: ProjectClass, name: str) -> Type:
        """Return what methods that are no constructors assign, as `__enter__` often does."""
        for holder in owner.lineage:
            for method in holder.late_setters.get(name, ()):
                for field in set_on_self(method):
                    if field.name == name and (found := self._field(owner, holder, field)):
                        return found
        return NOTHING

    def returned(self, owner: Type, method: str) -> Type:
        """Return what calling a method on a value of that type gives."""
        return union(tuple(self._member_returned(member, method) for member in owner.members()))

    def _member_returned(self, owner: Type, method: str) -> Type:
        known = self._classes.get(owner.name)
        if known is None:
            return external_type(f"{owner.name}.{method}()") if "." in owner.name else NOTHING
        if found := known.find_method(method):
            return self._returns(known, *found)
        return self._made(self._member_attribute(owner, method))

    def _made(self, held: Type) -> Type:
        """Return what calling an attribute gives: it holds a class, or a factory from outside."""
        if held.is_class:
            return held.instance
        is_outside = "." in held.name and not self._classes.get(held.name)
        return external_type(f"{held.name}()") if is_outside else NOTHING

    def _returns(self, owner: ProjectClass, holder: ProjectClass, method: Function) -> Type:
        given = self._annotations.arguments_of(owner)
        read = self._annotations.read(holder.module.name, method.returns, owner, given)
        is_class_method = any(d.dotted == "classmethod" for d in method.decorators)
        if not read and method.returns is None and is_class_method:
            return Type(owner.dotted)
        return read
