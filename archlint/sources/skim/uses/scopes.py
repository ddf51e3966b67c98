"""Scopes: which names a function, a class or a file binds, and by which imports."""

from archlint.model.facts.outline import Scope

_AMBIGUOUS: tuple[int, ...] = ()


class Names:
    """The names of one scope; `kind` is where an expression in it stands.

    A name that is bound by an import and by something else may be either where it is used, so that
    nothing is known of it.
    """

    def __init__(self, kind: Scope, outer: "Names | None" = None) -> None:
        self.kind = kind
        self.outer = outer
        self.imported: dict[str, list[int]] = {}
        self.otherwise: set[str] = set()
        self._elsewhere: dict[str, Names] = {}

    def import_name(self, name: str, line: int) -> None:
        """Bind a name by an import statement in a line."""
        home = self._elsewhere.get(name, self)
        home.imported.setdefault(name, []).append(line)

    def bind(self, name: str) -> None:
        """Bind a name by anything but an import."""
        self._elsewhere.get(name, self).otherwise.add(name)

    def declare(self, name: str, home: "Names") -> None:
        """Say that a name is that of another scope: `global` and `nonlocal`."""
        self._elsewhere[name] = home

    def found(self, name: str) -> tuple[int, ...] | None:
        """Return the lines of the imports that a name stands for here.

        () when it stands for something else, or may do so; None when nothing binds it. The names
        of a class are not seen in what is nested in it.
        """
        scope: Names | None = self._elsewhere.get(name, self)
        is_own = True
        while scope is not None:
            if is_own or scope.kind is not Scope.CLASS:
                if name in scope.otherwise:
                    return _AMBIGUOUS
                if name in scope.imported:
                    return tuple(scope.imported[name])
            scope, is_own = scope.outer, False
        return None

    @property
    def top(self) -> "Names":
        """The scope of the file."""
        scope = self
        while scope.outer is not None:
            scope = scope.outer
        return scope

    @property
    def function(self) -> "Names":
        """The nearest scope around this one that is no class: where `nonlocal` looks first."""
        scope = self.outer or self
        while scope.outer is not None and scope.kind is Scope.CLASS:
            scope = scope.outer
        return scope
