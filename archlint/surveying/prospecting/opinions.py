"""Opinions: what layer a module belongs to, how sure that is, and why."""

from dataclasses import dataclass
from enum import StrEnum

from archlint.model.architecture.layers import Role
from archlint.model.architecture.patterns import Pattern

Segments = tuple[str, ...]


class Certainty(StrEnum):
    """How sure an assignment is."""

    HIGH = "high"  # a name that says it and what lies there agree, or a sign that proves it
    MEDIUM = "medium"  # a name alone, or libraries and neighbours that speak for it
    LOW = "low"  # only those that import it


@dataclass(frozen=True, slots=True)
class Opinion:
    """A role for a module, and what speaks for it in words."""

    role: Role
    certainty: Certainty
    why: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A pattern of modules that belong to the layer of a role, and what speaks for it.

    `is_named` says that folder names alone say so.
    """

    pattern: Pattern
    opinion: Opinion
    is_named: bool = False

    @property
    def role(self) -> Role:
        """The role of the layer."""
        return self.opinion.role
