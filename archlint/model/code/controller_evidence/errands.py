"""Errands: what a handler asks of repositories without a use case in between."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.controller_evidence.court import Case
from archlint.model.code.controller_evidence.naming import told
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.vocabulary import COMMANDING, words
from archlint.model.code.inference.engine import Inference
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind

KEEPERS = frozenset({"repository", "repositories", "repo", "repos", "dao", "daos", "crud", "cruds"})
OTHERS = frozenset(
    {"factory", "provider", "mapper", "error", "exception", "config", "settings", "service",
     "module", "case", "handler", "controller"}
)  # fmt: skip
_FIRST = re.compile(r"_*([A-Z]?[a-z]+)")


@dataclass(frozen=True, slots=True)
class Errand:
    """A call of a repository; `keeper` is the name of its class or module."""

    path: str
    line: int
    subject: str
    keeper: str
    is_change: bool


class Errands:
    """Finds what handlers ask of repositories."""

    def __init__(self, inference: Inference, layer_of: Callable[[str], Layer | None]) -> None:
        self._inference = inference
        self._layer_of = layer_of
        self._classes = inference.classes

    def of(self, case: Case) -> Iterator[Errand]:
        """Yield the calls of repositories in a handler, in source order."""
        for piece in case.pieces:
            for call in piece.function.fact.calls:
                if keeper := self._keeper(piece, call):
                    verb = _FIRST.match(call.callee.text)
                    is_change = verb is not None and verb.group(1).lower() in COMMANDING
                    path = piece.function.module.path
                    yield Errand(path, call.line, told(call), keeper, is_change)

    def _keeper(self, piece: Piece, call: Expression) -> str:
        callee = call.callee
        if callee.kind is ExpressionKind.ATTRIBUTE:
            found = self._inference.type_of(piece.environment, callee.parts[0])
            for member in found.members():
                known = self._classes.get(member.name)
                if known and is_repository(known) and not self._is_way_in(known):
                    return known.name
        return self._module(piece, callee)

    def _is_way_in(self, known: ProjectClass) -> bool:
        """Whether a class is itself a part of the controllers, whatever it is called."""
        layer = self._layer_of(known.module.name)
        return layer is not None and layer.role is Role.CONTROLLERS

    def _module(self, piece: Piece, callee: Expression) -> str:
        """Return the module of a function that is called, when it keeps what is stored."""
        head = callee.dotted.partition(".")[0]
        if not head or piece.environment.is_local(head):
            return ""
        symbol = self._classes.names.resolve(piece.function.module.name, callee.dotted)
        home = symbol.module.rpartition(".")[2]
        is_keeping = words(home) & KEEPERS and not words(callee.text) & KEEPERS
        is_asked = symbol.kind is SymbolKind.FUNCTION and is_keeping
        return ".".join(symbol.module.split(".")[-2:]) if is_asked else ""


def is_repository(known: ProjectClass) -> bool:
    """Whether the name of a class, or of what it inherits from, says that it is a repository."""
    if words(known.name) & OTHERS:
        return False
    return any(words(name) & KEEPERS for name in (known.name, *known.ancestor_names))
