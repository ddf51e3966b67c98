"""Mentions: what a piece of a file of tests speaks of by an import, calls, or patches."""

import ast
from collections.abc import Callable, Iterable, Iterator

from archlint.model.facts.suites import Manner, Mention
from archlint.sources.skim.dotted import dotted, last_name
from archlint.sources.skim.texts import text_of

_PATCHERS = frozenset({"patch", "setattr", "delattr", "dict"})
_PATCH = "patch"


class Mentions:
    """Finds mentions of what begins with a name that an import binds."""

    def __init__(self, bound: Iterable[str], column: Callable[[ast.AST], int]) -> None:
        self._bound = frozenset(bound)
        self._column = column

    def of(self, pieces: Iterable[ast.AST], passed: Iterable[str] = ()) -> tuple[Mention, ...]:
        """Return the mentions in pieces of code to which the names `passed` are passed in."""
        return tuple(self._of(pieces, self._bound.difference(passed)))

    def _of(self, pieces: Iterable[ast.AST], bound: frozenset[str]) -> Iterator[Mention]:
        waiting: list[ast.AST] = [*pieces][::-1]
        while waiting:
            node = waiting.pop()
            inside = [*ast.iter_child_nodes(node)]
            if isinstance(node, ast.Call):
                yield from self._patched(node)
                if chain := _chain(node.func, bound):
                    yield self._mention(chain, node, Manner.CALLS)
                    inside.remove(node.func)
            elif chain := _chain(node, bound):
                yield self._mention(chain, node, Manner.NAMES)
                continue
            waiting.extend(inside[::-1])

    def _patched(self, call: ast.Call) -> Iterator[Mention]:
        """Yield what `patch`, `mocker.patch`, `monkeypatch.setattr` and the like name in a text."""
        is_patch = last_name(call.func) in _PATCHERS and _PATCH in dotted(call.func)
        text = text_of(call.args[0]) if is_patch and call.args else None
        if text and all(map(str.isidentifier, text.split("."))):
            yield self._mention(text, call.args[0], Manner.PATCHES)

    def _mention(self, chain: str, node: ast.AST, manner: Manner) -> Mention:
        return Mention(chain, int(getattr(node, "lineno", 1)), self._column(node), manner)


def _chain(node: ast.AST, bound: frozenset[str]) -> str:
    found = dotted(node)
    return found if found.partition(".")[0] in bound else ""
