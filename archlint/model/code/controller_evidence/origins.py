"""The origins of the values in one function: followed from its parameters and its assignments."""

from collections.abc import Callable, Mapping

from archlint.model.code.controller_evidence.kept import UNTOLD, kept
from archlint.model.code.controller_evidence.origin import Origin, Sources
from archlint.model.code.controller_evidence.parameters import of_parameter
from archlint.model.code.controller_evidence.store import Access
from archlint.model.code.controller_evidence.vocabulary import (
    ACCESS,
    LOOKING_UP,
    PASSING_ON,
    READING,
    TRANSPORT,
    is_actor,
    words,
)
from archlint.model.code.inference.environments import Environment
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.bindings import LocalBinding
from archlint.model.facts.expressions import Expression, ExpressionKind

KEPT_FOR_REQUEST = frozenset({"g", "flask.g", "request.state"})
UNDECIDED = frozenset({"check", "read", "select", "load"})
LIFTING = frozenset({ExpressionKind.AWAIT, ExpressionKind.SUBSCRIPT, ExpressionKind.STAR,
                     ExpressionKind.NAMED, ExpressionKind.KEYWORD})  # fmt: skip
JOINING = frozenset(
    {ExpressionKind.OPERATION, ExpressionKind.CONDITIONAL, ExpressionKind.COMPARISON}
)


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
        self._kept = kept(environment.function)
        self._values: dict[str, list[Expression]] = {}
        self._accesses: dict[int, tuple[Expression, Access | None]] = {}
        self._readers: Mapping[ExpressionKind, Callable[[Expression], Origin]] = {
            ExpressionKind.NAME: self._named,
            ExpressionKind.ATTRIBUTE: self._of_attribute,
            ExpressionKind.CALL: self._of_call,
            ExpressionKind.COMPREHENSION: self._of_comprehension,
            **dict.fromkeys(LIFTING, self._lifted),
            **dict.fromkeys(JOINING, self._joined),
        }
        for parameter in environment.function.parameters:
            self.known[parameter.name] = of_parameter(sources, environment, parameter)
        self.known.update(given or {})
        bindings = environment.bindings
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
        if key not in self._accesses:  # the call is kept, so that nothing else gets its number
            self._accesses[key] = call, self._sources.store.access(self._environment, call)
        return self._accesses[key][1]

    def is_query(self, expression: Expression) -> bool:
        """Whether a value is a query that nobody has added to yet."""
        return self._sources.store.is_query(self._environment, expression)

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

    def is_message(self, value: Expression) -> bool:
        """Whether the type of a value says that it only carries what others say of entities."""
        return self._sources.is_message(self._sources.inference.type_of(self._environment, value))

    def is_worker(self, value: Expression) -> bool:
        """Whether the type of a value says that it works for others and keeps nothing itself."""
        found = self._sources.inference.type_of(self._environment, value)
        return self._sources.of_type(found) is Origin.COLLABORATOR

    def of(self, expression: Expression) -> Origin:
        """Return where the value of an expression comes from."""
        if read := self._readers.get(expression.kind):
            found = read(expression)
            is_row = found in UNTOLD and expression.dotted in self._kept
            return Origin.GIVEN if is_row else found
        return Origin.BUILT if expression.parts else Origin.NOWHERE

    def _lifted(self, expression: Expression) -> Origin:
        return self.of(expression.parts[0])

    def _joined(self, expression: Expression) -> Origin:
        return max(map(self.of, expression.parts), default=Origin.NOWHERE)

    def _named(self, expression: Expression) -> Origin:
        return self._of_name(expression.text)

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
        if self.is_query(expression):
            return Origin.ROW
        receiver = self.of(expression.parts[0])
        name = expression.text
        if receiver in {Origin.TRANSPORT, Origin.COLLABORATOR, Origin.NOWHERE}:
            if _is_of_actor(expression, receiver):
                return Origin.ACTOR
            if words(name) & TRANSPORT:
                return Origin.TRANSPORT
        if receiver is Origin.TRANSPORT:
            return Origin.INPUT
        is_viewed = expression.parts[0].dotted == "self" and name in {"object", "instance"}
        return Origin.ROW if is_viewed else receiver

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
        if receiver is Origin.TRANSPORT or callee.text in READING:
            return Origin.INPUT
        if receiver in {Origin.COLLABORATOR, Origin.NOWHERE}:
            if any(self.is_store(argument) for argument in call.arguments):
                return Origin.LOADED
            return self._told(call) if receiver else Origin.NOWHERE
        return receiver

    def _of_resolved_call(self, symbol: Symbol, call: Expression) -> Origin:
        if symbol.kind is SymbolKind.CLASS:
            known = self._sources.holder(symbol)
            return self._sources.made_by(known) if known else Origin.BUILT
        if symbol.external.startswith("builtins."):
            return self._passed_on(call)
        name = call.callee.text
        if is_actor(name) or words(name) & ACCESS:
            return Origin.ACTOR
        if words(name) & TRANSPORT:
            return Origin.TRANSPORT
        if any(self.is_store(a) or self._is_table(a) for a in call.arguments):
            return Origin.LOADED
        return self._answered(symbol, call)

    def _answered(self, symbol: Symbol, call: Expression) -> Origin:
        if symbol.kind is SymbolKind.FUNCTION:
            return self._told(call)
        if holder := self._sources.holder(symbol):
            return self._sources.answered_by(holder)
        if symbol.kind is SymbolKind.VALUE and call.callee.kind is ExpressionKind.ATTRIBUTE:
            return self._of_method(call.callee, call)
        return self._passed_on(call)

    def is_own(self, call: Expression) -> bool:
        """Whether a function of the project is called, be it one defined on the spot."""
        inner = {function.name for function in self._environment.function.functions}
        name = call.callee.text
        return name in inner or self._resolve(name).kind is SymbolKind.FUNCTION

    def is_search(self, call: Expression) -> bool:
        """Whether a call asks for something by its name: `find_by_email`, `get_order`."""
        return bool(words(call.callee.text) & LOOKING_UP - UNDECIDED)

    def _told(self, call: Expression) -> Origin:
        return Origin.FOUND if self.is_search(call) else Origin.ANSWER

    def _passed_on(self, call: Expression) -> Origin:
        if call.callee.text not in PASSING_ON:
            return Origin.NOWHERE
        return max(map(self.of, call.arguments), default=Origin.NOWHERE)

    def _is_table(self, argument: Expression) -> bool:
        """Whether an argument hands over a table class, or what it is asked by."""
        head = argument.dotted.partition(".")[0]
        if not head or self._environment.is_local(head):
            return False
        return self._sources.is_table(self._sources.holder(self._resolve(argument.dotted)))

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


def _is_of_actor(expression: Expression, receiver: Origin) -> bool:
    """Whether an attribute is whoever asks, or what the request keeps of his rights."""
    name = expression.text
    is_right = expression.parts[0].dotted in KEPT_FOR_REQUEST and bool(words(name) & ACCESS)
    return is_actor(name) or is_right or (name == "user" and bool(receiver))
