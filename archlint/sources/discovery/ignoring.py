"""Ignoring: which files and folders are none of the project's own code.

Never looked at are hidden folders, virtual environments, installed packages, caches, templates of
projects (`{{cookiecutter.name}}`) and generated code, which has no architecture of its own:
`*_pb2.py`, `*_pb2_grpc.py`, a folder `migrations` with numbered files as Django makes them, and a
folder `versions` beside the `env.py` of Alembic. Beyond that, `.gitignore` files count at every
level, those between the folder and the top of its repository included, and the `exclude` patterns
of the settings, which read as lines of a `.gitignore` do.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

GITIGNORE = ".gitignore"

_ENVIRONMENT = "pyvenv.cfg"
_NEVER = frozenset({"__pycache__", "__pypackages__", "node_modules", "site-packages", "venv"})
_GENERATED = ("_pb2.py", "_pb2_grpc.py")
_NUMBERED = re.compile(r"\d{4}_\w+\.py")
_WILDCARD = re.compile(r"[*?\[\]]")


def is_foreign_folder(name: str, beside: Collection[str]) -> bool:
    """Whether a folder is passed over by its name and by the names that stand beside it."""
    if name in _NEVER or name.startswith(".") or name.endswith(".egg-info") or "{{" in name:
        return True
    return name == "versions" and "env.py" in beside


def is_foreign_inside(name: str, inside: Collection[str]) -> bool:
    """Whether a folder is passed over by what it holds."""
    if _ENVIRONMENT in inside:
        return True
    return name == "migrations" and any(map(_NUMBERED.fullmatch, inside))


def is_foreign_file(name: str) -> bool:
    """Whether a file is passed over by its name alone."""
    return name.startswith(".") or "{{" in name or name.endswith(_GENERATED)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Lines of a `.gitignore` that stand in `base`, a path with a slash at its end or "".

    `above` leads from where the lines stand down to the folder that paths are relative to.
    """

    folders: GitIgnoreSpec
    files: GitIgnoreSpec
    base: str = ""
    above: str = ""

    def folder(self, path: str) -> bool | None:
        """Whether a folder is ignored (True), wanted after all (False), or not spoken of (None)."""
        return self.folders.check_file(f"{self._relative(path)}/".replace("//", "/")).include

    def file(self, path: str) -> bool | None:
        """Return the same for a Python file in a folder that is not ignored."""
        return self.files.check_file(self._relative(path)).include if self.files else None

    def _relative(self, path: str) -> str:
        return self.above + path[len(self.base) :]


def patterns(lines: Iterable[str], base: str = "", above: str = "") -> Patterns:
    """Read lines; one that git could not read is as good as absent."""
    sound = [line for line in lines if _is_sound(line)]
    return Patterns(
        folders=GitIgnoreSpec.from_lines(sound),
        files=GitIgnoreSpec.from_lines(filter(_may_name_a_module, sound)),
        base=base,
        above=above,
    )


def settings_patterns(lines: Iterable[str]) -> Patterns:
    """Read patterns of the settings, where `./a` says that `a` is beside them."""
    return patterns(f"/{line[2:]}" if line.startswith("./") else line for line in lines)


@dataclass(frozen=True, slots=True)
class Ignoring:
    """All patterns that hold in a folder, the outermost first."""

    excluded: Patterns
    ignored: tuple[Patterns, ...] = ()

    def also(self, more: Patterns | None) -> "Ignoring":
        """Return what holds where a further `.gitignore` does."""
        return Ignoring(self.excluded, (*self.ignored, more)) if more else self

    def skips_folder(self, path: str) -> bool:
        """Whether the project says that a folder is not its own."""
        if self.excluded.folder(path):
            return True
        verdicts = (known.folder(path) for known in reversed(self.ignored))
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def skips_file(self, path: str) -> bool:
        """Whether the project says that a Python file is not its own."""
        if self.excluded.file(path):
            return True
        verdicts = (known.file(path) for known in reversed(self.ignored))
        return next((verdict for verdict in verdicts if verdict is not None), False)


def ignoring(folder: Path, exclude: Iterable[str]) -> Ignoring:
    """Return what holds in a folder by the settings and by its repository above it.

    Where the repository ignores the folder itself, its patterns do not hold: someone asked for it.
    """
    above = tuple(_above(folder))
    if any(known.folder("") for known in above):
        above = ()
    return Ignoring(settings_patterns(exclude), above)


def _above(folder: Path) -> list[Patterns]:
    """Return the patterns above a folder, down from the top of its repository, if it has one."""
    found: list[Patterns] = []
    for parent in (folder, *folder.parents):
        if parent != folder and (known := read_patterns(parent, above=_between(parent, folder))):
            found.insert(0, known)
        if (parent / ".git").exists():
            return found
    return []


def _between(parent: Path, folder: Path) -> str:
    return f"{folder.relative_to(parent).as_posix()}/"


def read_patterns(folder: Path, base: str = "", above: str = "") -> Patterns | None:
    """Read the `.gitignore` of a folder, None when there is none or it cannot be read."""
    try:
        text = (folder / GITIGNORE).read_text("utf-8-sig", errors="surrogateescape")
    except OSError:
        return None
    return patterns(text.splitlines(), base, above)


def _is_sound(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _may_name_a_module(line: str) -> bool:
    """Whether a line can match a file that ends in `.py`: most cannot, which saves most work.

    Lines that want something after all stay: what wants a folder wants the files in it.
    """
    text = line.rstrip()
    if text.startswith("!"):
        return True
    if text.endswith("/"):
        return False
    ending = _WILDCARD.split(text.rpartition("/")[2])[-1]
    return "\\" in text or ending.endswith(".py") or ".py".endswith(ending)
