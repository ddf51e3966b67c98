"""The layout: the files of a project, seen as modules below any folder they may start from.

Paths are relative to the folder of the settings, which is "" itself.
"""

import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Layout:
    """Python files by their paths."""

    files: Collection[str]

    @cached_property
    def modules(self) -> frozenset[str]:
        """Paths without `.py`; of a package, that of its folder."""
        return frozenset(p.removesuffix(".py").removesuffix("/__init__") for p in self.files)

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders that hold modules, however deep."""
        return frozenset(above for path in self.files for above in ancestors(path))

    @cached_property
    def packages(self) -> frozenset[str]:
        """The folders that have an `__init__.py`."""
        ends = "/__init__.py"
        return frozenset(p.removesuffix(ends) for p in self.files if p.endswith(ends))

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """By name, the folders that hold a module or a folder of that name."""
        found: dict[str, list[str]] = defaultdict(list)
        for path in sorted((self.modules | self.folders) - {""}):
            folder, _, name = path.rpartition("/")
            if name not in sys.stdlib_module_names:
                found[name].append(folder)
        return found

    def has(self, root: str, module: str) -> bool:
        """Whether a dotted name leads from a root to a module or a folder of modules."""
        path = below(root, module.replace(".", "/"))
        return path in self.modules or path in self.folders

    def start(self, path: str) -> str | None:
        """Return the folder that holds the outermost package around a file, if it is in one.

        A folder without `__init__.py` inside a package belongs to that package.
        """
        around = [folder for folder in ancestors(path) if folder and folder in self.packages]
        return parent(around[-1]) if around else None


def parent(path: str) -> str:
    """Return the folder of a path."""
    return path.rpartition("/")[0]


def below(folder: str, path: str) -> str:
    """Return a path inside a folder."""
    return f"{folder}/{path}" if folder else path


def is_below(path: str, folder: str) -> bool:
    """Whether a path lies inside a folder, however deep."""
    return not folder or path.startswith(f"{folder}/")


def ancestors(path: str) -> Iterator[str]:
    """Yield the folders that a path lies in, innermost first, "" last."""
    while path:
        path = parent(path)
        yield path
