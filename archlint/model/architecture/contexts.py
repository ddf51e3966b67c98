"""Bounded contexts: parts of a program that know one another only by what they publish."""

from dataclasses import dataclass

from archlint.model.architecture.faces import Face

USUAL_FACE = Face(("api", "contracts", "facade", "public", "**.*events"))
"""What contexts usually publish: events, wherever they lie, are what they tell the others."""

KERNELS = frozenset({"shared", "shared_kernel", "sharedkernel", "kernel", "common", "seedwork"})
"""What the others share is called so where it lies beside them (Evans, 2003, chapter 14)."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """What the settings say of bounded contexts: whether they stand alone, and what they show."""

    independent: bool = False
    face: Face = USUAL_FACE

    def publishes(self, residence: "Residence") -> bool:
        """Whether a module of a context may be imported by another one."""
        return self.face.shows(residence.below, is_package=residence.is_package)


@dataclass(frozen=True, slots=True)
class Residence:
    """Where in a context a module lies: `below` are the names on the way from the context to it."""

    context: str
    below: tuple[str, ...]
    is_package: bool = False
