"""The contract types that import-linter ships, run by its own code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from grimp import ImportGraph
from importlinter.domain.contract import Contract as Rule
from importlinter.domain.contract import InvalidContractOptions
from importlinter.domain.helpers import MissingImport

from archlint.contracts.forms.faults import odd_option
from archlint.contracts.graph import Imports
from archlint.contracts.metadata import READ, Verdict
from archlint.contracts.reading import Declared
from archlint.model.contracts import BrokenContract

CLASSES: Mapping[str, str] = {
    "acyclic_siblings": "AcyclicSiblingsContract",
    "forbidden": "ForbiddenContract",
    "independence": "IndependenceContract",
    "layers": "LayersContract",
    "protected": "ProtectedContract",
}
"""The classes of the types, each in the module of `importlinter.contracts` named like its type."""


class UnjudgedError(Exception):
    """A contract cannot be judged; the message says why."""


def is_built_in(kind: str) -> bool:
    """Whether the installed import-linter has a contract type of that name."""
    try:
        return kind in CLASSES and bool(_class(kind))
    except ImportError:
        return False


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict of import-linter; `graph` is without the imports that the contract ignores."""

    kept: bool
    metadata: Mapping[str, Any]
    warnings: Sequence[str]
    graph: ImportGraph


def check(declared: Declared, session: dict[str, Any], imports: Imports) -> Checked:
    """Have import-linter check a contract; raise UnjudgedError where it cannot."""
    graph = imports.graph()
    try:
        rule = _class(declared.kind)(declared.contract.name, session, declared.options)
        checked = rule.check(graph, verbose=False)
    except InvalidContractOptions as error:
        wrong = (f"{option}: {text}" for option, text in sorted(error.errors.items()))
        raise UnjudgedError("\n".join(wrong)) from error
    except (MissingImport, ValueError) as error:
        raise UnjudgedError(str(error)) from error
    except Exception as error:
        if odd := odd_option(declared.options):
            raise UnjudgedError(odd) from error
        raise UnjudgedError(f"import-linter fails: {type(error).__name__}: {error}") from error
    return Checked(checked.kept, checked.metadata, checked.warnings, graph)


def breaches(declared: Declared, checked: Checked, imports: Imports) -> Iterator[BrokenContract]:
    """Yield what breaks a contract, each chain of imports once, in a firm order."""
    verdict = Verdict(declared.contract, imports, checked.metadata, checked.graph)
    told = sorted(READ[declared.kind](verdict), key=_order)
    chains = set()
    for breach in told:
        key = (breach.chain, breach.entrances, breach.exits, breach.subject)
        if key not in chains:
            chains.add(key)
            yield breach


def _order(breach: BrokenContract) -> tuple[tuple[str, ...], str]:
    return tuple(f"{link.importer} {link.imported}" for link in breach.chain), breach.clause


def _class(kind: str) -> type[Rule]:
    found: type[Rule] = getattr(import_module(f"importlinter.contracts.{kind}"), CLASSES[kind])
    return found
