"""The modules of root packages, found on the same terms as grimp finds them, without importing.

Tests, generated code and what the settings of archlint exclude are among them: contracts are about
packages as they are. A folder without `__init__.py` inside a regular package is passed over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from archlint.contracts.files import Files
from archlint.model.modules import Module

_INIT = "__init__.py"


class RootError(Exception):
    """A root package cannot be used; the message says why."""


@dataclass(frozen=True)
class Packages:
    """The modules below the root packages by the names that imports call them.

    `namespaces` are the folders without an `__init__.py` that count as packages.
    """

    roots: tuple[str, ...]
    modules: Mapping[str, Module]
    namespaces: frozenset[str]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all modules and packages."""
        return self.namespaces.union(self.modules)

    def holds(self, name: str) -> bool:
        """Whether a name belongs to one of the root packages."""
        return any(name == root or name.startswith(f"{root}.") for root in self.roots)


def find_packages(files: Files, names: Sequence[str], source_roots: Sequence[str]) -> Packages:
    """Find the modules of packages below the folders that imports start from.

    Raises RootError for a name that is no package there.
    """
    portions = [part for name in names for part in _portions(files, name, source_roots)]
    modules: dict[str, Module] = {}
    namespaces: set[str] = set()
    for portion in portions:
        modules.update(portion.modules())
        namespaces.update(portion.namespaces())
    return Packages(tuple(dict.fromkeys(names)), modules, frozenset(namespaces))


@dataclass(frozen=True)
class _Portion:
    """One folder of a root package; `files` are its Python files by their paths inside it."""

    name: str
    source_root: str
    folder: str
    files: tuple[tuple[str, ...], ...]

    @property
    def is_regular(self) -> bool:
        return (_INIT,) in self.files

    def modules(self) -> Iterator[tuple[str, Module]]:
        """Yield modules by name; a module comes after the package that has the same name."""
        for parts in sorted(self.files, key=lambda parts: parts[-1] != _INIT):
            is_package = parts[-1] == _INIT
            inside = parts[:-1] if is_package else (*parts[:-1], parts[-1].removesuffix(".py"))
            name = ".".join((self.name, *inside))
            path = "/".join((self.folder, *parts))
            yield name, Module(name, path, is_package, self.source_root)

    def namespaces(self) -> Iterator[str]:
        folders = {parts[:length] for parts in self.files for length in range(len(parts))}
        regular = {parts[:-1] for parts in self.files if parts[-1] == _INIT}
        for inside in folders - regular:
            yield ".".join((self.name, *inside))


def _portions(files: Files, name: str, source_roots: Sequence[str]) -> Sequence[_Portion]:
    """Return the folders of a package: the first with an `__init__.py`, or else all of them."""
    found = [
        portion
        for root in sorted(source_roots)
        if (portion := _portion(files, name, root)) and portion.files
    ]
    regular = [portion for portion in found if portion.is_regular]
    if found:
        return regular[:1] or found
    if any(_is_module(files, name, root) for root in source_roots):
        raise RootError(f"the root package {name} is a module, not a package")
    raise RootError(f"the root package {name} is no package of this project")


def _portion(files: Files, name: str, source_root: str) -> _Portion | None:
    folder = _below(source_root, name.replace(".", "/"))
    inside = [tuple(path[len(folder) + 1 :].split("/")) for path in files.below(folder)]
    if not inside:
        return None
    for above in _parents(name):
        if files.text(f"{_below(source_root, above.replace('.', '/'))}/{_INIT}") is not None:
            raise RootError(f"the root package {name} lies inside the package {above}")
    packages = {parts[:-1] for parts in inside if parts[-1] == _INIT}
    kept = tuple(sorted(parts for parts in inside if _counts(parts, packages)))
    return _Portion(name, source_root, folder, kept)


def _counts(parts: tuple[str, ...], packages: set[tuple[str, ...]]) -> bool:
    """Whether a file can be imported: no odd folder above it, no gap between packages."""
    *folders, name = parts
    if name.startswith(".") or name.count(".") > 1:
        return False
    if not all(folder.isidentifier() for folder in folders):
        return False
    chain = [parts[:length] in packages for length in range(len(parts))]
    return not any(above and not below for above, below in pairwise(chain))


def _parents(name: str) -> Iterator[str]:
    while name := name.rpartition(".")[0]:
        yield name


def _is_module(files: Files, name: str, source_root: str) -> bool:
    return files.text(f"{_below(source_root, name.replace('.', '/'))}.py") is not None


def _below(folder: str, path: str) -> str:
    return f"{folder}/{path}" if folder else path
