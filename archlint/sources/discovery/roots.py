"""Source roots: the folders that the absolute imports of a project start from.

The places of packages and of project files propose roots; what the imports of the project say
decides.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.sources.discovery.evidence import Evidence, Vote
from archlint.sources.discovery.layout import Layout, ancestors, below, is_below
from archlint.sources.discovery.walking import Tree
from archlint.sources.unreadable import UnreadableError

SRC = "src"
_BEGINNING = 8192  # imports stand at the top of a file


class Roots:
    """The source roots of a project; the folder that all paths start from, "", is always one."""

    def __init__(self, roots: Iterable[str]) -> None:
        self.all = tuple(sorted({*roots, ""}))
        self._all = frozenset(self.all)

    def of(self, path: str) -> str:
        """Return the innermost root around a file."""
        return next(folder for folder in ancestors(path) if folder in self._all)


def declared_roots(roots: Iterable[str], tree: Tree) -> Roots:
    """Return the roots that the settings name; `*` stands for the name of any one folder."""
    folders = Layout(tree.files).folders
    wanted = [[part for part in root.split("/") if part not in {"", "."}] for root in roots]
    return Roots(
        folder
        for folder in folders
        if any(_is_named(folder.split("/"), pattern) for pattern in wanted)
    )


def _is_named(folder: list[str], pattern: list[str]) -> bool:
    if len(folder) != len(pattern):
        return False
    return all(fnmatchcase(name, part) for name, part in zip(folder, pattern, strict=True))


def found_roots(folder: Path, tree: Tree, tests: Collection[str]) -> Roots:
    """Find the roots of a project that does not name them."""
    layout = Layout(tree.files)
    structural = frozenset(_structural(layout, tree, tests))
    evidence = Evidence(layout, structural, _Outlines(folder, layout).of)
    for path in tree.files:
        evidence.take(path, _beginning(folder, path), by_test=path in tests)
    return Roots(_elected(structural, evidence.votes()))


def _structural(layout: Layout, tree: Tree, tests: Collection[str]) -> Iterator[str]:
    """Yield the folders that look like roots by what stands in them."""
    yield ""
    for path in tree.files:
        start = layout.start(path) if path not in tests else None
        if start is not None:
            yield start
    for marked in {*tree.marked, ""} - layout.packages:
        for proposed in (marked, below(marked, SRC)):
            if proposed in layout.folders and proposed not in layout.packages:
                yield proposed


def _elected(structural: Collection[str], votes: Mapping[str, list[Vote]]) -> Iterator[str]:
    """Yield the roots by which the project itself names the modules below them.

    A root inside another one stays when no more imports reach its modules from further out.
    Imports of tests count only where those of the other code are even: tests may well say `src.x`
    where the code says `x`. What only the imports propose needs at least one.
    """
    candidates = {*structural, *votes}
    weights = _weights(candidates, votes)
    for root in candidates:
        own = weights[root, root]
        outer = max((weights[o, root] for o in ancestors(root) if o in candidates), default=0)
        if own >= outer and (own or root in structural):
            yield root


_PRODUCTION = 1 << 32


def _weights(
    candidates: Collection[str], votes: Mapping[str, list[Vote]]
) -> Counter[tuple[str, str]]:
    """Weigh the imports that lead from a root to modules inside each candidate below it.

    One import by production code outweighs all those by tests.
    """
    weights: Counter[tuple[str, str]] = Counter()
    for root, given in votes.items():
        for vote in given:
            weight = 1 if vote.by_test else _PRODUCTION
            for folder in (vote.target, *ancestors(vote.target)):
                if folder in candidates and (folder == root or is_below(folder, root)):
                    weights[root, folder] += weight
    return weights


def _beginning(folder: Path, path: str) -> bytes:
    try:
        with open(f"{folder}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - twice as fast
            return file.read(_BEGINNING)
    except OSError:
        return b""  # told when the file is read in earnest


class _Outlines:
    """The outlines of the few modules that have to be looked into."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        self._folder = folder
        self._layout = layout
        self._known: dict[str, Outline | None] = {}

    def of(self, module: str) -> Outline | None:
        """Return the outline of a module, None when there is no such file or it is unreadable."""
        if module not in self._known:
            self._known[module] = self._skim(module)
        return self._known[module]

    def _skim(self, module: str) -> Outline | None:
        from archlint.sources.skim import skim  # few projects need a look into a file

        path = f"{module}/__init__.py" if module in self._layout.packages else f"{module}.py"
        try:
            return skim((self._folder / path).read_bytes())
        except (OSError, UnreadableError):
            return None
