"""Sources on the disk."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.modules import Module, Unreadable
from archlint.sources.facts import Discovered
from archlint.sources.memory import Memory


class Disk:
    """The files below a folder."""

    def __init__(self, folder: Path, jobs: int | None = None) -> None:
        self._folder = folder
        self._jobs = jobs

    def discover(
        self,
        source_roots: tuple[str, ...] | None,
        exclude: tuple[str, ...],
        tests: tuple[str, ...],
    ) -> Discovered:
        """PROVISIONAL until discovery lands."""
        roots = source_roots or (("src",) if (self._folder / "src").is_dir() else ("",))
        modules = []
        for root in roots:
            root = root.strip("./")
            for p in sorted((self._folder / root).rglob("*.py")):
                rel = p.relative_to(self._folder).as_posix()
                parts = set(rel.split("/"))
                if parts & {"tests", "test", "migrations", "alembic", "examples", ".venv", ".git"} or p.name.startswith("test_") or p.name == "conftest.py":
                    continue
                name = p.relative_to(self._folder / root).as_posix()[:-3].removesuffix("/__init__").replace("/", ".")
                modules.append(Module(name, rel, rel.endswith("__init__.py"), root))
        return Discovered(tuple(modules))

    def outlines(
        self, modules: Sequence[Module]
    ) -> tuple[Mapping[str, Outline], tuple[Unreadable, ...]]:
        return self._memory(modules).outlines(modules)

    def structures(
        self, modules: Sequence[Module]
    ) -> tuple[Mapping[str, Structure], tuple[Unreadable, ...]]:
        return self._memory(modules).structures(modules)

    def _memory(self, modules: Sequence[Module]) -> Memory:
        return Memory({m.path: (self._folder / m.path).read_bytes() for m in modules})
