"""Exits: the calls by which a program reaches beyond itself and its store."""

from archlint.model.catalog import Catalog
from archlint.model.code.controller_evidence.vocabulary import MAILING, words
from archlint.model.code.inference.environments import Environment
from archlint.model.code.names.resolution import Names
from archlint.model.code.names.symbols import SymbolKind
from archlint.model.facts.expressions import Expression, ExpressionKind

KINDS = frozenset({"http-client", "queue", "cloud", "saas", "rpc"})
FILES = frozenset({"os.remove", "os.unlink", "os.mkdir", "os.makedirs", "os.rename", "os.replace",
                   "os.rmdir"})  # fmt: skip
SYSTEM = frozenset({"shutil", "subprocess"})
QUEUING = frozenset({"enqueue", "apply_async", "send_task", "delay"})
CACHING = frozenset({"cache", "cached", "uncached", "clear", "invalidate"})
LOCAL = frozenset({"Session", "Client", "AsyncClient", "Timeout", "ClientSession", "Limits"})


class Exits:
    """Knows the calls that leave the program, by their library or by how they are made."""

    def __init__(self, names: Names, catalog: Catalog) -> None:
        self._names = names
        self._catalog = catalog

    def are_taken(self, environment: Environment, call: Expression, framework: str = "") -> bool:
        """Whether a call goes outside.

        `framework` is what calls the handler: what is asked of that is a part of answering.
        """
        callee = call.callee
        if callee.kind is ExpressionKind.ATTRIBUTE and callee.text in QUEUING:
            return True
        if not callee.dotted:
            return False
        if _is_mailing(callee.text):
            return True
        if environment.is_local(callee.dotted.partition(".")[0]):
            return False
        module = environment.module.name
        return self._is_job(module, callee) or self._is_foreign(module, callee, framework)

    def _is_foreign(self, module: str, callee: Expression, framework: str) -> bool:
        """Whether a function of a library is called that goes outside."""
        name = self._names.resolve(module, callee.dotted).external
        root = name.partition(".")[0]
        if name in FILES or root in SYSTEM:
            return True
        return root != framework.partition(".")[0] and self._is_of_library(name, callee.text)

    def _is_of_library(self, name: str, verb: str) -> bool:
        if not name or verb in LOCAL or not verb[:1].islower():
            return False
        library = self._catalog.find(name)
        return library is not None and library.kind in KINDS

    def _is_job(self, module: str, callee: Expression) -> bool:
        """Whether a method of a function is called: a decorator made that function a job."""
        if callee.kind is not ExpressionKind.ATTRIBUTE or words(callee.text) & CACHING:
            return False
        function = callee.parts[0].dotted
        is_own = bool(function) and self._names.resolve(module, function).kind
        return is_own is SymbolKind.FUNCTION


def _is_mailing(verb: str) -> bool:
    said = words(verb)
    return "sendmail" in said or ("send" in said and bool(said & MAILING))
