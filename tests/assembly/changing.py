"""A small shop on the disk that changes step by step, and what is seen of its audits."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from archlint.assembly import Request, audit
from archlint.assembly.faults import NothingToJudgeError
from archlint.model.audit import Audit
from archlint.settings.mistakes import SettingsError

SETTINGS = """
[[layers]]
name = "domain"
modules = ["shop.domain"]

[[layers]]
name = "adapters"
modules = ["shop.web"]
"""
LINTER = """
[importlinter]
root_package = shop

[importlinter:contract:apart]
name = apart
type = forbidden
source_modules = shop.domain
forbidden_modules = shop.{forbidden}
"""
FILES = {
    "archlint.toml": SETTINGS,
    "shop/__init__.py": "",
    "shop/domain/__init__.py": "",
    "shop/domain/order.py": "from shop.web import page\n",
    "shop/web/__init__.py": "",
    "shop/web/page.py": "class Page: ...\n",
}

Step: TypeAlias = Callable[[Path], None]


def shop(folder: Path) -> Path:
    for path, text in FILES.items():
        written(path, text)(folder)
    return folder


def written(path: str, text: str) -> Step:
    def step(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)

    return step


def removed(path: str) -> Step:
    return lambda folder: (folder / path).unlink(missing_ok=True)


def touched(path: str) -> Step:
    def step(folder: Path) -> None:
        if (folder / path).exists():
            (folder / path).touch()

    return step


def renamed(old: str, new: str) -> Step:
    def step(folder: Path) -> None:
        if (folder / old).exists():
            (folder / old).replace(folder / new)

    return step


def linked(path: str, target: str) -> Step:
    def step(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).unlink(missing_ok=True)
        (folder / path).symlink_to(folder / target)

    return step


def is_recalled(folder: Path, **wishes: object) -> bool:
    """Whether an audit comes about without that one is made, which is kept as soon as it is."""
    before = answers(folder, "audits")
    audit(folder, Request(**wishes))  # type: ignore[arg-type]  # any of its fields
    return answers(folder, "audits") == before


def answers(folder: Path, kind: str) -> set[tuple[str, int, int]]:
    """Return what is kept of a kind; what is kept anew is another."""
    found = ((path.name, path.stat()) for path in folder.glob(f".archlint_cache/{kind}-*/*"))
    return {(name, stat.st_ino, stat.st_mtime_ns) for name, stat in found}


class Listener:
    """Hears what stages a run has."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def begin(self, stage: str, total: int) -> None:  # noqa: ARG002 - how much is of no interest
        self.stages.append(stage)

    def advance(self) -> None:
        pass


def is_judged(folder: Path) -> bool:
    """Whether any rule is asked in a run."""
    listener = Listener()
    audit(folder, Request(progress=listener))
    return "judging rules" in listener.stages


def told(folder: Path, **wishes: object) -> Audit | str:
    try:
        return audit(folder, Request(**wishes))  # type: ignore[arg-type]  # any of its fields
    except (NothingToJudgeError, SettingsError) as error:
        return str(error)
