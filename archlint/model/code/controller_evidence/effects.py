"""Effects: what calling a function of the project comes to, by itself or through those it calls."""

from functools import cache

from archlint.model.code.controller_evidence.callees import Callees
from archlint.model.code.controller_evidence.exits import Exits
from archlint.model.code.controller_evidence.store import Access, Store
from archlint.model.code.inference.environments import Environment
from archlint.model.facts.expressions import Expression

DEPTH = 4
"""How many calls away from a handler is looked; what lies deeper is seldom meant by it."""

LASTING = frozenset({Access.WRITE, Access.COMMIT})
Seen = tuple[bool, tuple[str, ...]]
"""Whether a function does something lasting itself; if not, which of the project it calls."""


class Effects:
    """Knows which functions of a project change the store or reach the outside."""

    def __init__(self, callees: Callees, store: Store, exits: Exits) -> None:
        self.callees = callees
        self.store = store
        self.exits = exits
        self.is_lasting = cache(self._is_lasting)
        self._read = cache(self._seen)

    def lasts(self, environment: Environment, call: Expression) -> bool:
        """Whether a function of the project is called that leaves something changed or sent."""
        function = self.callees.of(environment, call)
        return bool(function) and self.is_lasting(function)

    def _is_lasting(self, function: str) -> bool:
        """Whether calling a function, by its full name, changes the store or reaches the outside.

        Breadth first, so that the answer does not depend on what was asked before.
        """
        known, level = {function}, [function]
        for _ in range(DEPTH):
            seen = [self._read(name) for name in level]
            if any(is_doing for is_doing, _ in seen):
                return True
            called = dict.fromkeys(name for _, names in seen for name in names)
            level = [name for name in called if name not in known]
            known.update(level)
        return False

    def _seen(self, name: str) -> Seen:
        function = self.callees.function(name)
        if function is None:
            return False, ()
        environment = self.callees.environment(function)
        calls = function.fact.calls
        if any(self._is_doing(environment, call) for call in calls):
            return True, ()
        called = (self.callees.of(environment, call) for call in calls)
        return False, tuple(filter(None, called))

    def _is_doing(self, environment: Environment, call: Expression) -> bool:
        access = self.store.access(environment, call)
        if access is not None:
            return access in LASTING
        return self.exits.are_taken(environment, call)
