"""Where the values in a handler come from: the request, a collaborator, or the store itself."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from archlint.model.code.classes import ProjectClass
from archlint.model.code.controller_evidence.store import Access, Store
from archlint.model.code.controller_evidence.vocabulary import (
    ACCESS,
    TRANSPORT,
    is_actor,
    words,
)
from archlint.model.code.environments import Environment, LocalBinding, local_bindings
from archlint.model.code.inference import Inference
from archlint.model.code.roles import ClassRole, Verdict
from archlint.model.code.symbols import Symbol, SymbolKind
from archlint.model.code.types import Type
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.structure import Parameter, ParameterKind


class Origin(IntEnum):
    """Where a value comes from; of several, the greatest counts."""

    NOWHERE = 0  # literals, and what is not known
    BUILT = 1  # put together in the handler
    TRANSPORT = 2  # the request, the response, settings
    INPUT = 3  # what came with the request
    COLLABORATOR = 4  # a service, a repository, a session
    ACTOR = 5  # whoever makes the request
    ANSWER = 6  # what a collaborator gave
    GIVEN = 7  # an entity that was loaded before the handler began
    FRESH = 8  # an entity or a row that the handler makes
    LOADED = 9  # what a function gave that was handed the session
    ROW = 10  # what the handler itself fetched from the store

    @property
    def is_domain(self) -> bool:
        """Whether business rules are about such values."""
        return self >= Origin.ANSWER

    @property
    def is_loaded(self) -> bool:
        """Whether the handler saw to the loading itself."""
        return self >= Origin.LOADED


ENTITIES = frozenset({ClassRole.ENTITY, ClassRole.AGGREGATE_ROOT, ClassRole.SNAPSHOT})
WORKERS = frozenset({ClassRole.SERVICE, ClassRole.PORT, ClassRole.SEEDWORK})
MESSAGES = frozenset(
    {ClassRole.DTO, ClassRole.MESSAGE, ClassRole.RECORD, ClassRole.ENUM, ClassRole.VALUE_OBJECT,
     ClassRole.EXCEPTION, ClassRole.FRAMEWORK}
)  # fmt: skip
VALIDATING = frozenset({"pydantic", "marshmallow", "msgspec", "ninja", "attr", "attrs", "sqlmodel"})
PASSING_ON = frozenset(
    {"len", "int", "str", "float", "list", "sorted", "set", "tuple", "next", "iter", "sum", "min",
     "max", "abs", "round", "any", "all", "enumerate", "zip", "reversed", "filter", "map", "bool",
     "frozenset", "dict", "getattr", "Decimal"}
)  # fmt: skip
LIFTING = frozenset({ExpressionKind.AWAIT, ExpressionKind.SUBSCRIPT, ExpressionKind.STAR})
JOINING = frozenset(
    {ExpressionKind.OPERATION, ExpressionKind.CONDITIONAL, ExpressionKind.COMPARISON}
)
INJECTING = frozenset({"Depends", "Security", "Provide", "Inject", "FromDishka", "Injected"})
RoleOf = Callable[[ProjectClass], Verdict]


class Sources:
    """What the origins of all handlers are worked out from."""

    def __init__(self, inference: Inference, store: Store, role_of: RoleOf) -> None:
        self.inference = inference
        self.classes = inference.classes
        self.store = store
        self._role_of = role_of

    def of_type(self, found: Type) -> Origin:
        """Return where a value of that type is from when nothing else is known of it."""
        return max(map(self._of_member, found.members()), default=Origin.NOWHERE)

    def _of_member(self, found: Type) -> Origin:
        known = self.classes.get(found.name)
        if known is None or found.is_class:
            return Origin.NOWHERE
        if self.is_entity(known):
            return Origin.GIVEN
        return Origin.INPUT if self._is_message(known) else Origin.COLLABORATOR

    def _is_message(self, known: ProjectClass) -> bool:
        """Whether a class only carries what the request says."""
        if self._role_of(known).role in MESSAGES or known.decorator_call("dataclass", "define"):
            return True
        return any(x.partition(".")[0] in VALIDATING for x in known.external_ancestors)

    def is_entity(self, known: ProjectClass) -> bool:
        """Whether a class is an entity, or a table that stands in for one."""
        if self.store.tables.mapper_of(known.dotted):
            return True
        return self._role_of(known).role in ENTITIES

    def made_by(self, known: ProjectClass) -> Origin:
        """Return what calling a class of the project gives."""
        if self.is_entity(known):
            return Origin.FRESH
        is_worker = self._role_of(known).role in WORKERS
        return Origin.COLLABORATOR if is_worker else Origin.BUILT


class Origins:
    """The origins of the values in one function; `given` are those of its parameters."""

    def __init__(
        self,
        sources: Sources,
        environment: Environment,
        given: Mapping[str, Origin] | None = None,
    ) -> None:
        self._sources = sources
        self._environment = environment
        self.known: dict[str, Origin] = {}
        self._values: dict[str, list[Expression]] = {}
        self._accesses: dict[int, Access | None] = {}
        for parameter in environment.function.parameters:
            self.known[parameter.name] = self._of_parameter(parameter)
        self.known.update(given or {})
        bindings = [*local_bindings(environment.function)]
        for binding in bindings:
            self._values.setdefault(binding.target.text, []).append(binding.value)
        for binding in (*bindings, *bindings):
            self._bind(binding)

    def values_of(self, name: str) -> list[Expression]:
        """Return what a local name is assigned."""
        return self._values.get(name, [])

    def access(self, call: Expression) -> Access | None:
        """Return what a call does to the store."""
        key = id(call)
        if key not in self._accesses:
            self._accesses[key] = self._sources.store.access(self._environment, call)
        return self._accesses[key]

    def _bind(self, binding: LocalBinding) -> None:
        target, value = binding.target, binding.value
        is_counted = value.kind is ExpressionKind.CALL and value.callee.text == "enumerate"
        if is_counted and target.kind is ExpressionKind.TUPLE:
            target = target.parts[-1]
        self._learn(target, self.of(value))

    def _learn(self, target: Expression, origin: Origin) -> None:
        if target.kind is ExpressionKind.NAME:
            if target.text in self.known or not is_actor(target.text):
                origin = max(origin, self.known.get(target.text, Origin.NOWHERE))
            elif origin < Origin.LOADED:
                origin = Origin.ACTOR
            self.known[target.text] = origin
        elif target.kind in {ExpressionKind.TUPLE, ExpressionKind.LIST, ExpressionKind.STAR}:
            for part in target.parts:
                self._learn(part, origin)

    def _of_parameter(self, parameter: Parameter) -> Origin:
        name = parameter.name
        if name in {"self", "cls"}:
            return Origin.COLLABORATOR
        if is_actor(name) or _gives_actor(parameter):
            return Origin.ACTOR
        if words(name) & TRANSPORT or parameter.kind is ParameterKind.VAR_KEYWORD:
            return Origin.TRANSPORT
        if self._sources.store.is_open(self._environment, Expression(ExpressionKind.NAME, name)):
            return Origin.COLLABORATOR
        found = self._environment.types.get(name)
        origin = self._sources.of_type(found) if found else Origin.NOWHERE
        if not _is_injected(parameter):
            return Origin.COLLABORATOR if origin is Origin.COLLABORATOR else Origin.INPUT
        return origin or Origin.COLLABORATOR

    def of(self, expression: Expression) -> Origin:
        """Return where the value of an expression comes from."""
        kind = expression.kind
        if kind is ExpressionKind.NAME:
            return self._of_name(expression.text)
        if kind is ExpressionKind.ATTRIBUTE:
            return self._of_attribute(expression)
        if kind is ExpressionKind.CALL:
            return self._of_call(expression)
        if kind in LIFTING or kind is ExpressionKind.NAMED:
            return self.of(expression.parts[0])
        if kind in JOINING:
            return max(map(self.of, expression.parts), default=Origin.NOWHERE)
        if kind is ExpressionKind.COMPREHENSION:
            return self._of_comprehension(expression)
        return Origin.BUILT if expression.parts else Origin.NOWHERE

    def _of_name(self, name: str) -> Origin:
        if name in self.known:
            return self.known[name]
        if is_actor(name):
            return Origin.ACTOR
        if words(name) & TRANSPORT:
            return Origin.TRANSPORT
        symbol = self._resolve(name)
        if symbol.kind is SymbolKind.VALUE:
            return self._sources.of_type(self._sources.inference.type_of_symbol(symbol))
        return Origin.NOWHERE

    def _of_attribute(self, expression: Expression) -> Origin:
        receiver = self.of(expression.parts[0])
        name = expression.text
        if receiver in {Origin.TRANSPORT, Origin.COLLABORATOR, Origin.NOWHERE}:
            if is_actor(name) or (name == "user" and receiver):
                return Origin.ACTOR
            if words(name) & TRANSPORT:
                return Origin.TRANSPORT
        if receiver is Origin.TRANSPORT:
            return Origin.INPUT
        if self._is_own(expression) and name in {"object", "instance"}:
            return Origin.ROW
        return receiver

    def _is_own(self, expression: Expression) -> bool:
        return expression.parts[0].kind is ExpressionKind.NAME and expression.parts[0].text in {
            "self",
            "cls",
        }

    def _of_call(self, call: Expression) -> Origin:
        if self.access(call):
            return Origin.ROW
        callee = call.callee
        head, _, rest = callee.dotted.partition(".")
        if rest and self._of_name(head) is Origin.TRANSPORT:
            return Origin.INPUT
        if head and not self._environment.is_local(head):
            symbol = self._resolve(callee.dotted)
            if symbol.kind is not SymbolKind.UNKNOWN:
                return self._of_resolved_call(symbol, call)
        if callee.kind is ExpressionKind.ATTRIBUTE:
            return self._of_method(callee, call)
        return self._of_name(callee.text) if callee.kind is ExpressionKind.NAME else Origin.NOWHERE

    def _of_method(self, callee: Expression, call: Expression) -> Origin:
        receiver = self.of(callee.parts[0])
        if is_actor(callee.text):
            return Origin.ACTOR
        if receiver in {Origin.COLLABORATOR, Origin.NOWHERE}:
            if any(self.is_store(argument) for argument in call.arguments):
                return Origin.LOADED
            return Origin.ANSWER if receiver else Origin.NOWHERE
        if receiver is Origin.TRANSPORT:
            return Origin.INPUT
        return receiver

    def _of_resolved_call(self, symbol: Symbol, call: Expression) -> Origin:
        name = call.callee.text
        if symbol.kind is SymbolKind.CLASS:
            known = self._sources.classes.get(symbol.dotted)
            return self._sources.made_by(known) if known else Origin.BUILT
        if symbol.external.startswith("builtins."):
            passed = (
                [self.of(argument) for argument in call.arguments] if name in PASSING_ON else []
            )
            return max(passed, default=Origin.NOWHERE)
        if is_actor(name) or words(name) & ACCESS:
            return Origin.ACTOR
        if words(name) & TRANSPORT:
            return Origin.TRANSPORT
        if any(self.is_store(a) or self._is_table(a) for a in call.arguments):
            return Origin.LOADED
        if symbol.kind is SymbolKind.FUNCTION:
            return Origin.ANSWER
        if holder := self._class_holding(symbol):
            return self._of_class_method(holder)
        if symbol.kind is SymbolKind.VALUE and call.callee.kind is ExpressionKind.ATTRIBUTE:
            return self._of_method(call.callee, call)
        passed = [self.of(argument) for argument in call.arguments] if name in PASSING_ON else []
        return max(passed, default=Origin.NOWHERE)

    def _class_holding(self, symbol: Symbol) -> ProjectClass | None:
        """Return the class of the project that is called by one of its own methods."""
        owner = f"{symbol.module}.{symbol.name.rpartition('.')[0]}"
        return self._sources.classes.get(owner) if symbol.kind is SymbolKind.VALUE else None

    def _of_class_method(self, holder: ProjectClass) -> Origin:
        if self._sources.store.tables.mapper_of(holder.dotted):
            return Origin.LOADED
        made = self._sources.made_by(holder)
        return Origin.ANSWER if made is Origin.COLLABORATOR else made

    def _is_table(self, argument: Expression) -> bool:
        """Whether an argument hands over a table class, or what it is asked by."""
        head = argument.dotted.partition(".")[0]
        if not head or self._environment.is_local(head):
            return False
        symbol = self._resolve(argument.dotted)
        known = self._sources.classes.get(symbol.dotted) or self._class_holding(symbol)
        return bool(known and self._sources.store.tables.mapper_of(known.dotted))

    def is_store(self, argument: Expression) -> bool:
        """Whether an argument hands over the session."""
        value = argument.parts[0] if argument.kind is ExpressionKind.KEYWORD else argument
        if value.kind not in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE}:
            return False
        return self._sources.store.is_open(self._environment, value)

    def _of_comprehension(self, expression: Expression) -> Origin:
        element, *clauses = expression.parts
        before = dict(self.known)
        for clause in clauses:
            self._learn(clause.parts[0], self.of(clause.parts[1]))
        origin = self.of(element)
        self.known = before
        return origin

    def _resolve(self, dotted: str) -> Symbol:
        return self._sources.classes.names.resolve(self._environment.module.name, dotted)


def _gives_actor(parameter: Parameter) -> bool:
    """Whether a dependency or an alias says that the parameter is whoever asks."""
    for source in (parameter.default, parameter.annotation):
        for part in source.walk() if source else ():
            if part.kind in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE} and is_actor(
                _snake(part.text)
            ):
                return True
    return False


def _snake(name: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")


def _is_injected(parameter: Parameter) -> bool:
    """Whether the framework finds the argument by itself, as in `x: X = Depends(get_x)`."""
    return any(
        part.kind is ExpressionKind.CALL and part.callee.text in INJECTING
        for source in (parameter.default, parameter.annotation)
        for part in (source.walk() if source else ())
    )
