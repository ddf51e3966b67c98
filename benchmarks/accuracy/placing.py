"""Placing: settings that put every file into the layer that a label file gives it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from benchmarks.accuracy.labels import Layer, Project

_NO_PROGRAM = frozenset(
    {".git", "tests", "test", "__test__", "migrations", "alembic", ".venv", "venv", "node_modules"}
)
_ROLES = {
    "domain": "domain",
    "application": "application",
    "shared": "shared",
    "shared-kernel": "shared",
    "composition-root": "composition",
    "presentation": "controllers",
    "entrypoints": "controllers",
    "inbound": "controllers",
    "controllers": "controllers",
    "infrastructure": "adapters",
    "outbound": "adapters",
    "adapters": "adapters",
    "adapter": "adapters",
    "interface": "adapters",
    "outer": "adapters",
}


def settings_text(project: Project, root: Path) -> str:
    """Return the settings in which each file of a project lies in its labelled layer."""
    members: dict[Layer, list[str]] = defaultdict(list)
    for path in sorted(_program(root)):
        if layer := project.layer(path):
            members[layer].append(path)
    return "\n".join(
        line
        for layer in sorted(members, key=lambda each: (each.rank, each.name))
        for line in _table(layer, members[layer])
    )


def _program(root: Path) -> Iterator[str]:
    """Yield the files that are no tests, relative to where the code begins."""
    for path in root.rglob("*.py"):
        inside = PurePosixPath(path.relative_to(root).as_posix())
        is_test = inside.name.startswith("test_") or inside.name == "conftest.py"
        if not is_test and _NO_PROGRAM.isdisjoint(inside.parts):
            yield str(inside)


def _table(layer: Layer, paths: list[str]) -> Iterator[str]:
    yield "[[layers]]"
    yield f'name = "{layer.name}"'
    yield f"ring = {layer.rank}"
    if role := _ROLES.get(layer.name):
        yield f'role = "{role}"'
    yield f"paths = {json.dumps(paths)}"
    yield ""
