"""A face: what a part of a program shows to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from archlint.model.architecture.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Face:
    """Patterns of modules that others may import, counted from the part.

    `api` is the module or package of that name just below it, with all below that. The `__init__`
    of the part itself is always shown.
    """

    public: tuple[str, ...]

    def shows(self, below: Sequence[str], *, is_package: bool) -> bool:
        """Whether others may import a module, by the names on the way from the part to it."""
        if not below:
            return is_package
        dotted = ".".join(below)
        return any(Pattern(text).match(dotted, "") is not None for text in self.public)

    @property
    def described(self) -> str:
        """The names of what it shows, in words."""
        names = ", ".join(text.lstrip("*.") for text in self.public)
        return f"{names} or its own __init__" if names else "its own __init__"
