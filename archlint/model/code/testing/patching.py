"""Patching: what a dotted name means that a test replaces by its text."""

from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import Symbol, SymbolKind


def patched(names: Names, module: str, chain: str) -> Symbol | None:
    """Return the name in a module of the project that `patch("a.b.c")` replaces in that module."""
    parts = chain.split(".")
    for end in range(len(parts) - 1, 0, -1):
        if home := names.locate(module, ".".join(parts[:end])):
            return Symbol(SymbolKind.VALUE, home, ".".join(parts[end:]))
    return None
