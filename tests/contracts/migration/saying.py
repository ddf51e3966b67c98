"""Configurations as their tools write them, taken over for a project of some modules."""

from archlint.contracts.migration.configuration import Configuration, find
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.proposal import Proposal
from archlint.contracts.migration.translating import translated
from archlint.model.modules import Module
from archlint.settings.vocabulary import usual_role


def project(*paths: str, edges: tuple[tuple[str, str], ...] = ()) -> Project:
    """Return a project with these files."""
    modules = tuple(
        Module(
            path.removesuffix(".py").removesuffix("/__init__").replace("/", "."),
            path,
            path.endswith("__init__.py"),
        )
        for path in paths
    )
    return Project(modules, frozenset(edges), usual_role)


def configuration(file: str, text: str) -> Configuration:
    """Return the one configuration of a folder that holds this file."""
    (found,) = find({file: text}.get)
    return found


def taken_over(file: str, text: str, known: Project) -> Proposal:
    """Return what becomes of a configuration."""
    return translated(configuration(file, text), {file: text}.get, known)


def told(proposal: Proposal) -> list[tuple[str, int, tuple[str, ...], bool]]:
    """Return the layers: names, rings, patterns, and whether they are independent."""
    layers = [each.layer for each in proposal.layers]
    return [(x.name, x.ring, tuple(p.text for p in x.patterns), x.independent) for x in layers]


def outcomes(proposal: Proposal) -> dict[str, str]:
    """Return how much of each item was taken over."""
    return {name: item.outcome.value for name, item in proposal.items.items()}


def says(proposal: Proposal, name: str) -> str:
    """Return what is said of an item."""
    return "\n".join(proposal.items[name].says)
