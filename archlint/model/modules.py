"""A module: a Python file and the dotted name under which the project imports it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Module:
    """`path` is relative to the settings, with forward slashes; `name` is relative to its source root."""

    name: str
    path: str
    is_package: bool = False

    @property
    def package(self) -> str:
        """The package that a relative import of one dot starts from."""
        return self.name if self.is_package else self.name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read or parsed, and why; `line` is 1 where none is known."""

    module: Module
    reason: str
    line: int = 1
    column: int = 1
