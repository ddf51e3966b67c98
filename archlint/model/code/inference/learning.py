"""Learning: fills the environment of a function from its parameters and assignments."""

from collections.abc import Callable, Iterable

from archlint.model.code.inference.annotations import Annotations
from archlint.model.code.inference.environments import Environment, names_returned
from archlint.model.code.inference.members import Members, TypeOf
from archlint.model.code.inference.types import Type, list_of
from archlint.model.facts.bindings import LocalBinding
from archlint.model.facts.expressions import Expression, ExpressionKind


class Learning:
    """Learns the types of local names.

    Assignments are read again only where that may teach more: where a name is used before all is
    said about it.
    """

    def __init__(
        self,
        annotations: Annotations,
        members: Members,
        type_of: TypeOf,
        type_of_name: Callable[[str, str], Type],
    ) -> None:
        self._annotations = annotations
        self._members = members
        self._type_of = type_of
        self._type_of_name = type_of_name

    def fill(self, environment: Environment) -> None:
        """Learn everything that the function says about its names."""
        self._learn_parameters(environment)
        bindings = environment.bindings
        if self._learn_once(environment, bindings) or environment.function.explains_late:
            self._learn_once(environment, bindings)

    def _learn_once(self, environment: Environment, bindings: Iterable[LocalBinding]) -> bool:
        """Read the bindings; return whether something was learned behind their backs."""
        for binding in bindings:
            self._learn(environment, binding)
        return self._learn_returned(environment)

    def _learn_parameters(self, environment: Environment) -> None:
        function, owner = environment.function, environment.owner
        given = self._annotations.arguments_of(owner) if owner else {}
        for parameter in function.parameters:
            module = environment.module.name
            read = self._annotations.read(module, parameter.annotation, owner, given)
            if parameter.kind == "var-positional":
                read = list_of(read)
            if parameter.annotation is None and parameter.default and parameter.default.dotted:
                read = self._type_of_name(module, parameter.default.dotted)
            environment.learn(parameter.name, read)
        first = function.parameters[:1]
        if owner and first and first[0].annotation is None:
            is_class = any(d.dotted == "classmethod" for d in function.decorators)
            environment.types[first[0].name] = Type(owner.dotted, is_class=is_class)

    def _learn_returned(self, environment: Environment) -> bool:
        """Believe of a name that is nowhere explained what the function says that it returns.

        Return whether there is such a name.
        """
        function = environment.function
        returned = names_returned(function) if function.returns is not None else ()
        local = (name for name in returned if environment.is_local(name))
        unknown = [name for name in local if not environment.types.get(name)]
        for name in unknown:
            module = environment.module.name
            read = self._annotations.read(module, function.returns, environment.owner)
            environment.learn(name, read)
        return bool(unknown)

    def _learn(self, environment: Environment, binding: LocalBinding) -> None:
        if binding.annotation is not None:
            module = environment.module.name
            found = self._annotations.read(module, binding.annotation, environment.owner)
        else:
            found = self._type_of(environment, binding.value)
        if binding.manner == "iterates":
            found = found.element
        elif binding.manner == "enters":
            found = self._entered(found)
        self.bind(environment, binding.target, found, binding.value)

    def bind(
        self, environment: Environment, target: Expression, found: Type, value: Expression
    ) -> None:
        """Note what a target stands for that `value`, of the type `found`, is assigned to."""
        if target.kind is ExpressionKind.NAME:
            environment.learn(target.text, found)
        if target.kind is not ExpressionKind.TUPLE:
            return
        for index, part in enumerate(target.parts):
            given = found.arguments[index : index + 1] if found.last in {"tuple", "Tuple"} else ()
            if value.kind is ExpressionKind.TUPLE and index < len(value.parts):
                self.bind(environment, part, self._type_of(environment, value.parts[index]), value)
            elif given:
                self.bind(environment, part, given[0], value)

    def _entered(self, context: Type) -> Type:
        """Return what `with context as x` gives x: what `__enter__` says, else the context."""
        for name in ("__enter__", "__aenter__"):
            if found := self._members.returned(context, name):
                return found
        return context
