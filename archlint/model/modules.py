"""A module: a Python file and the dotted name under which the project imports it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Module:
    """A Python file of the project.

    `path` is relative to the settings, with forward slashes; `root` is its source root, likewise,
    "" for the folder of the settings itself. `name` is unique in the project: where two roots hold
    a module of the same import name, it starts with the root.
    """

    name: str
    path: str
    is_package: bool = False
    root: str = ""

    @property
    def import_name(self) -> str:
        """The dotted name by which code of the same root imports it."""
        return _dotted(self.path.removeprefix(self.root).lstrip("/"))

    @property
    def path_name(self) -> str:
        """The dotted name by which code that runs in the settings' folder could import it."""
        return _dotted(self.path)

    @property
    def import_package(self) -> str:
        """The package that a relative import of one dot starts from."""
        name = self.import_name
        return name if self.is_package else name.rpartition(".")[0]


def as_code_says(path: str) -> str:
    """Return a path whose bytes a locale without UTF-8 has left as they were, in letters."""
    if path.isascii():
        return path
    try:
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no bytes of a name
        return path


def _dotted(path: str) -> str:
    path = as_code_says(path)
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that could not be read or parsed, and why; `line` is 1 where none is known."""

    module: Module
    reason: str
    line: int = 1
    column: int = 1
