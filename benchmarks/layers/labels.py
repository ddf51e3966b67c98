"""Labels: which modules of a project a person put into which layer."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

EITHER = "either side"
"""A layer of adapters in which both the driving and the driven ones lie."""
ROLES = {
    "domain": "domain",
    "application": "application",
    "shared": "shared",
    "shared-kernel": "shared",
    "presentation": "controllers",
    "entrypoints": "controllers",
    "controllers": "controllers",
    "infrastructure": "driven",
    "adapters": "driven",
    "adapter": EITHER,
    "composition-root": "composition",
}
DRIVEN = frozenset({"adapters", "persistence", "infrastructure"})


@dataclass(frozen=True)
class Labels:
    """The layers of one project: names with globs of modules below `root`, the first counts."""

    project: str
    root: str
    layers: Sequence[tuple[str, Sequence[str]]]

    def folder(self, checkouts: Iterable[Path]) -> Path | None:
        """Return where the code of the project begins, None where nobody has it."""
        found = (below / self.project for below in checkouts)
        return next((each / self.root for each in found if each.is_dir()), None)

    def role(self, path: str) -> str:
        """Return the role of a file by its path below the root, "" where nobody has said."""
        module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for name, globs in self.layers:
            if any(fnmatchcase(module, glob) for glob in globs):
                return ROLES.get(name, "")
        return ""


def labels_in(folder: Path) -> Iterator[Labels]:
    """Yield what the label files of a folder say, in the order of their names."""
    for file in sorted(folder.glob("*.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        layers = [(layer["name"], layer["modules"]) for layer in told["layers"]]
        yield Labels(told["project"], told.get("root", "."), layers)


def means(label: str, role: str | None) -> bool:
    """Whether a guessed role is what the label says."""
    if label == "driven":
        return role in DRIVEN
    if label == EITHER:
        return role in DRIVEN | {"controllers"}
    return role == label
