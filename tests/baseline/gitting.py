"""Real repositories for tests, deaf to the settings of whoever runs them."""

import os
import subprocess
from pathlib import Path

_WHO = {
    f"GIT_{who}_{what}": "x@y.z" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}
_DEAF = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")


def git(folder: Path, *arguments: str, may_fail: bool = False) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in _OWN}
    done = subprocess.run(  # noqa: S603 - words of our own
        ["git", "-c", "init.defaultBranch=main", *arguments],  # noqa: S607 - whichever git there is
        cwd=folder,
        env={**kept, **_WHO, **_DEAF},
        capture_output=True,
        check=not may_fail,
        text=True,
    )
    return done.stdout + done.stderr


def repository(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    commit(folder, "Begin")
    return folder


def commit(folder: Path, subject: str = "Work") -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", subject)
