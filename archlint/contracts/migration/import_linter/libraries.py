"""Forbidden contracts about packages from outside the project."""

from dataclasses import replace

from archlint.contracts.migration.import_linter.options import texts
from archlint.contracts.migration.outcomes import Item, Outcome
from archlint.contracts.migration.project import Project
from archlint.contracts.reading import Declared
from archlint.model.architecture.layers import CORE


def external(declared: Declared, project: Project) -> tuple[str, ...]:
    """Return the forbidden packages that are none of the project's own."""
    tops = {name.partition(".")[0] for name in project.names}
    named = texts(declared, "forbidden_modules")
    return tuple(name for name in named if name.partition(".")[0] not in tops)


def denied(outside: tuple[str, ...], declared: Declared, item: Item, project: Project) -> Item:
    """Say what a policy for these packages keeps of the contract: it holds for the core."""
    told = ", ".join(outside)
    for source in texts(declared, "source_modules"):
        role = project.usual_role(source.rpartition(".")[2])
        if role not in CORE:
            reason = f"the policy of a library holds for the core alone, and {source} is none"
            return replace(item, outcome=Outcome.NOT, says=(f"{told}: {reason}",))
    return item.partly(f"{told}: denied to the whole core, and only where it imports it itself")
