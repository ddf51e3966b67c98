"""Chains: modules that a file reaches as attributes of a package, or names in quotes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from archlint.model.code.names.dependencies import Dependency
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind
from archlint.model.facts.outline import Guard, Import, ImportKind
from archlint.model.facts.uses import Manner, Use, Uses
from archlint.model.modules import Module

Resolved = tuple[Use, Symbol]
_Binding = tuple[int, str]
"""The line of an import statement, and a name that it binds."""


def chained(
    names: Names, module: Module, uses: Uses, imported: Sequence[Dependency]
) -> Iterator[Dependency]:
    """Yield what a module knows without an import of its own: the first use of each such module."""
    known = {(_home(d.symbol), d.is_soft) for d in imported if d.is_static and not d.is_main_only}
    bound = _bound(imported)
    found: dict[str, list[Resolved]] = defaultdict(list)
    for use in uses.uses:
        symbol = _symbol(names, module, use, bound) if use.guard is not Guard.MAIN else None
        if symbol and _home(symbol):
            found[_home(symbol)].append((use, symbol))
    for home, seen in found.items():
        guard = Guard.TYPE_CHECKING if all(_is_soft(use) for use, _ in seen) else Guard.NONE
        is_known = (home, False) in known or (guard is not Guard.NONE and (home, True) in known)
        if home != module.name and not is_known:
            yield _dependency(names, module, seen, guard)


def is_used(dependency: Dependency, uses: Uses) -> bool:
    """Whether the importing file does anything with an imported name."""
    return any(True for _ in _own(dependency.statement, uses))


def serves_types(dependency: Dependency, uses: Uses) -> bool:
    """Whether an imported name is used, but only to say types."""
    own = [*_own(dependency.statement, uses)]
    return bool(own) and all(use.is_for_types for use in own)


def _own(statement: Import, uses: Uses) -> Iterator[Use]:
    """Yield the uses that need an import statement."""
    bound = uses.bound_by(statement.line, statement.binds)
    return (use for use in bound if _goes_through(use, statement))


def _goes_through(use: Use, statement: Import) -> bool:
    """Whether a use needs what a statement binds: `a.b.c` needs `import a.b`, not `import a.d`.

    A use of `a` alone may need any of them.
    """
    if statement.kind is not ImportKind.IMPORT or statement.alias is not None:
        return True
    one, other = f"{use.chain}.", f"{statement.module}."
    return one.startswith(other) or other.startswith(one)


def _bound(imported: Iterable[Dependency]) -> Mapping[_Binding, tuple[int, Import]]:
    """Return the first statement of each line that binds a name, with its number."""
    found: dict[_Binding, tuple[int, Import]] = {}
    for number, dependency in enumerate(imported):
        statement = dependency.statement
        if dependency.is_static:
            found.setdefault((statement.line, statement.binds), (number, statement))
    return found


def _symbol(
    names: Names, module: Module, use: Use, bound: Mapping[_Binding, tuple[int, Import]]
) -> Symbol | None:
    if not use.imported:
        return names.spelled(module.name, use.chain)
    binding = [bound[line, use.root] for line in use.imported if (line, use.root) in bound]
    if not binding:
        return None
    _, statement = min(binding, key=itemgetter(0))
    return names.beyond(module.name, statement, use.chain)


def _home(symbol: Symbol) -> str:
    return symbol.module or (symbol.name if symbol.kind is SymbolKind.NAMESPACE else "")


def _is_soft(use: Use) -> bool:
    return use.manner is Manner.SPELLS or use.guard is Guard.TYPE_CHECKING


def _dependency(names: Names, module: Module, seen: Sequence[Resolved], guard: Guard) -> Dependency:
    """Return the dependency of all uses that lead to one module, told at the first of them."""
    use, symbol = seen[0]
    statement = Import(
        module=names.import_name(symbol.module) if symbol.module else symbol.name,
        name=symbol.name or None if symbol.module else None,
        alias=None,
        level=0,
        line=use.line,
        column=use.column,
        kind=ImportKind.USE if use.imported else ImportKind.TEXT,
        scope=use.scope,
        guard=guard,
    )
    only_types = all(each.is_for_types for each, _ in seen)
    return Dependency(module, statement, symbol, symbol.module, only_types)
