"""Forbidden contracts about packages from outside the project."""

from collections.abc import Collection
from dataclasses import replace

from archlint.contracts.migration.import_linter.options import texts
from archlint.contracts.migration.outcomes import Item, Outcome
from archlint.contracts.migration.project import Project, is_at_or_below
from archlint.contracts.reading import Declared
from archlint.model.architecture.layers import CORE


def external(declared: Declared, project: Project) -> tuple[str, ...]:
    """Return the forbidden packages that are none of the project's own."""
    tops = {name.partition(".")[0] for name in project.names}
    named = texts(declared, "forbidden_modules")
    return tuple(name for name in named if name.partition(".")[0] not in tops)


def denied(declared: Declared, item: Item, project: Project, groups: Collection[str]) -> Item:
    """Say what a policy for these packages keeps of the contract: it holds for the whole core.

    `groups` are the packages that become layers.
    """
    told = ", ".join(external(declared, project))
    core = {name for name in groups if project.usual_role(name.rpartition(".")[2]) in CORE}
    sources = texts(declared, "source_modules")
    if not core:
        reason = "the policy of a library holds for the core, and no layer is known as such"
        return _not(item, f"{told}: {reason}")
    if strange := [s for s in sources if not any(is_at_or_below(s, name) for name in core)]:
        reason = f"the policy of a library holds for the core, and {strange[0]} is none of it"
        return _not(item, f"{told}: {reason}")
    if open_to := sorted(
        name for name in core if not any(is_at_or_below(name, s) for s in sources)
    ):
        reason = "the policy of a library holds for the whole core, and the contract lets"
        return _not(item, f"{told}: {reason} {open_to[0]} use it")
    return item.partly(f"{told}: denied to the core, and only where it imports it itself")


def _not(item: Item, reason: str) -> Item:
    return replace(item, outcome=Outcome.NOT, says=(reason,))
