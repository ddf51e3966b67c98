"""Discovery: the Python files of a project, each with the name by which the project imports it."""

from collections.abc import Iterable
from pathlib import Path

from archlint.model.modules import Module, Unreadable
from archlint.sources.discovery.ignoring import ignoring
from archlint.sources.discovery.naming import name_modules
from archlint.sources.discovery.roots import declared_roots, found_roots
from archlint.sources.discovery.testcode import test_files
from archlint.sources.discovery.walking import Tree, walk
from archlint.sources.facts import Discovered


def tree_below(folder: Path, exclude: Iterable[str]) -> Tree:
    """Return the Python files below a folder; what is passed over stands in `ignoring`."""
    return walk(folder, ignoring(folder.resolve(), exclude))


def discover(
    folder: Path, tree: Tree, source_roots: Iterable[str] | None, tests: Iterable[str]
) -> Discovered:
    """Make modules of the files below a folder; roots that are None are found, too.

    Nothing is imported. How files are named that would share a name, stands in `naming`.
    """
    test_code = test_files(tree.files, tests)
    if source_roots is None:
        roots = found_roots(folder, tree, test_code)
    else:
        roots = declared_roots(source_roots, tree)
    modules = name_modules(tree.files, roots, test_code)
    return Discovered(
        modules=tuple(module for module in modules if module.path not in test_code),
        tests=tuple(module for module in modules if module.path in test_code),
        unreadable=tuple(_closed(path, reason) for path, reason in tree.closed),
        roots=roots.all,
    )


def _closed(path: str, reason: str) -> Unreadable:
    return Unreadable(Module(path.replace("/", ".") or ".", path or "."), reason)
