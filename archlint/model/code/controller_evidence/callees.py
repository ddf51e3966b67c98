"""Callees: the functions of the project that a handler calls, and what calling them comes to."""

from collections.abc import Iterable
from functools import cache

from archlint.model.code.classes.functions import ProjectFunction, always_raises
from archlint.model.code.classes.project_classes import Classes
from archlint.model.code.controller_evidence.store import Access, Store
from archlint.model.code.inference.engine import Inference
from archlint.model.code.inference.environments import Environment
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind


class Callees:
    """Knows the functions of a project by the calls of them."""

    def __init__(
        self, inference: Inference, store: Store, functions: Iterable[ProjectFunction]
    ) -> None:
        self._inference = inference
        self._store = store
        self._functions = functions
        self._known: dict[str, ProjectFunction] | None = None
        self.refuses = cache(self._refuses)
        self.keeps = cache(self._keeps)

    def of(self, environment: Environment, call: Expression) -> str:
        """Return the full name of the function that a call means, "" where none is known."""
        callee = call.callee
        if callee.dotted and not environment.is_local(callee.dotted.partition(".")[0]):
            symbol = self._classes.names.resolve(environment.module.name, callee.dotted)
            if symbol.kind is SymbolKind.FUNCTION:
                return symbol.dotted
        if callee.kind is not ExpressionKind.ATTRIBUTE:
            return ""
        for member in self._inference.type_of(environment, callee.parts[0]).members():
            known = self._classes.get(member.name)
            if known and (found := known.find_method(callee.text)):
                return f"{found[0].dotted}.{callee.text}"
        return ""

    @property
    def _classes(self) -> Classes:
        return self._inference.classes

    def environment(self, function: ProjectFunction) -> Environment:
        """Return what the names in a function mean."""
        return self._inference.environment(function.module, function.fact, function.owner)

    def function(self, dotted: str) -> ProjectFunction | None:
        """Return the function of that full name."""
        if self._known is None:
            self._known = {function.dotted: function for function in self._functions}
        return self._known.get(dotted)

    def _refuses(self, dotted: str) -> bool:
        """Whether a function does nothing but raise in the end, whatever it is called with."""
        function = self.function(dotted)
        return function is not None and always_raises(function.fact)

    def _keeps(self, dotted: str) -> bool:
        """Whether a function writes to the store itself."""
        function = self.function(dotted)
        if function is None:
            return False
        environment = self.environment(function)
        return any(
            self._store.access(environment, call) in {Access.WRITE, Access.COMMIT}
            for call in function.fact.calls
        )
