"""Bounded contexts: parts of a program that know one another only by what they publish."""

from dataclasses import dataclass

from archlint.model.architecture.patterns import Pattern

FACES = ("api", "contracts", "facade", "public", "**.*events")
"""What contexts usually publish: events, wherever they lie, are what they tell the others."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """What the settings say of bounded contexts.

    `public` are patterns of what others may import, counted from the context: `events` is the
    module or package of that name just below it.
    """

    independent: bool = False
    public: tuple[str, ...] = FACES

    def publishes(self, residence: "Residence") -> bool:
        """Whether a module of a context may be imported by another one."""
        if not residence.below:
            return residence.is_package
        below = ".".join(residence.below)
        return any(Pattern(text).match(below, "") is not None for text in self.public)


@dataclass(frozen=True, slots=True)
class Residence:
    """Where in a context a module lies: `below` are the names on the way from the context to it."""

    context: str
    below: tuple[str, ...]
    is_package: bool = False
