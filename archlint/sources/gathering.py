"""Reads one kind of fact from many modules; a file that fails is told, and the rest is read."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from archlint.model.modules import Module, Unreadable
from archlint.sources.unreadable import UnreadableError

Fact = TypeVar("Fact")


def gather(
    modules: Sequence[Module],
    source_of: Callable[[Module], bytes],
    read: Callable[[bytes], Fact],
) -> tuple[dict[str, Fact], tuple[Unreadable, ...]]:
    """Return the facts by the names of their modules, and the modules that cannot be read."""
    facts: dict[str, Fact] = {}
    problems: list[Unreadable] = []
    for module in modules:
        try:
            facts[module.name] = read(source_of(module))
        except UnreadableError as error:
            problems.append(Unreadable(module, error.reason, error.line, error.column))
        except OSError as error:
            problems.append(Unreadable(module, f"cannot be read: {error.strerror or error}"))
    return facts, tuple(problems)
