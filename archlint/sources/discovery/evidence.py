"""Evidence: what the absolute imports of a project say about the folders that they start from."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Container, Iterator
from typing import NamedTuple

from archlint.model.facts.outline import Import, ImportKind, Outline
from archlint.sources.discovery.layout import Layout, below, is_below, parent

_MOST_CHECKED = 12
_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([A-Za-z_][\w.]*)[ \t]+import\b[ \t]*(\([^)]*\)|[^\r\n\\]*)"
    rb"|import[ \t]+([A-Za-z_][\w., \t]*))",
    re.MULTILINE,
)
_NAME = re.compile(r"^[ \t(]*(\w+|\*)", re.MULTILINE)
_COMMENT = re.compile(r"#[^\n]*")


class Statement(NamedTuple):
    """An absolute import; `names` are what it takes from the module, none for `import a.b`."""

    module: str
    names: tuple[str, ...] = ()


def statements(beginning: bytes, heads: Container[bytes]) -> Iterator[Statement]:
    """Yield the absolute imports of a file whose first name is among `heads`.

    They are read off its lines, which is good enough to count.
    """
    for module, names, plain in _IMPORT.findall(beginning):
        if module:
            if module.partition(b".")[0] in heads:
                yield Statement(module.decode(), _split(names.decode(errors="replace")))
            continue
        for part in plain.split(b","):
            name = part.strip().partition(b" ")[0]
            if name.partition(b".")[0] in heads:
                yield Statement(name.decode())


def _split(names: str) -> tuple[str, ...]:
    parts = _COMMENT.sub("", names).split(",")
    return tuple(match[1] for part in parts if (match := _NAME.search(part.strip())))


class Vote(NamedTuple):
    """An import that leads from a root to a module."""

    target: str
    statement: Statement
    by_test: bool


Votes = dict[tuple[str, str], list[Vote]]


class Evidence:
    """Collects votes for roots; `structural` are folders that look like roots by their place.

    For any other folder the imports that start there must be convincing: most of those with the
    same first name lead to a module, and the names that they take are bound in it. Otherwise
    `app/redis.py` would make a root of `app`, only because someone imports the library redis.
    """

    def __init__(
        self,
        layout: Layout,
        structural: Collection[str],
        outline: Callable[[str], Outline | None],
    ) -> None:
        self._layout = layout
        self._structural = structural
        self._outline = outline
        self._heads = frozenset(name.encode(errors="replace") for name in layout.holders)
        self._starts: dict[tuple[str, str], str | None] = {}
        self._votes: Votes = defaultdict(list)
        self._misses: Counter[tuple[str, str]] = Counter()

    def take(self, path: str, beginning: bytes, *, by_test: bool) -> None:
        """Count the imports at the beginning of a file."""
        for statement in statements(beginning, self._heads):
            name = statement.module.partition(".")[0]
            root = self._root(parent(path), statement.module)
            if root is not None:
                target = below(root, statement.module.replace(".", "/"))
                self._votes[root, name].append(Vote(target, statement, by_test))
                continue
            for holder in self._layout.holders[name]:
                if is_below(path, holder):
                    self._misses[holder, name] += 1

    def _root(self, folder: str, module: str) -> str | None:
        """Return where an import most likely starts: around its file, and not in a package."""
        key = (folder, module)
        if key not in self._starts:
            holders = self._layout.holders[module.partition(".")[0]]
            leading = [root for root in holders if self._layout.has(root, module)]
            self._starts[key] = max(
                leading, key=lambda root: self._likelihood(folder, root), default=None
            )
        return self._starts[key]

    def _likelihood(self, folder: str, root: str) -> tuple[bool, bool, bool, int]:
        return (
            folder == root or is_below(folder, root),
            root not in self._layout.packages,
            root in self._structural,
            _shared(folder, root),
        )

    def votes(self) -> dict[str, list[Vote]]:
        """Return the votes for each root that convinces."""
        found: dict[str, list[Vote]] = defaultdict(list)
        for (root, name), votes in self._votes.items():
            if root in self._structural or self._convinces(root, name, votes):
                found[root].extend(votes)
        return found

    def _convinces(self, root: str, name: str, votes: list[Vote]) -> bool:
        checked = [v for v in votes if v.statement.names or "." in v.statement.module]
        sample = checked[:_MOST_CHECKED]
        sound = sum(self._is_sound(vote) for vote in sample)
        return sound > 0 and 2 * sound >= len(sample) + self._misses[root, name]

    def _is_sound(self, vote: Vote) -> bool:
        """Whether a module has what the import takes from it."""
        if not vote.statement.names:
            return True
        if any(self._layout.has(vote.target, name) for name in vote.statement.names):
            return True
        outline = self._outline(vote.target)
        if outline is None:
            return False
        head = vote.statement.module.partition(".")[0]
        bound = {d.name for d in outline.definitions} | {e.name for e in outline.lazy_exports}
        bound |= {i.binds for i in outline.imports if not _is_outside(i, head)}
        stars = any(i.kind is ImportKind.STAR for i in outline.imports)
        return stars or not bound.isdisjoint({*vote.statement.names})


def _is_outside(statement: Import, head: str) -> bool:
    """Whether a module has a name from a library that is called like its own package."""
    return not statement.level and statement.module.partition(".")[0] == head


def _shared(path: str, folder: str) -> int:
    """Return how many folders two paths share from the start."""
    count = 0
    for one, other in zip(path.split("/"), folder.split("/"), strict=False):
        if one != other:
            break
        count += 1
    return count
