"""A project with an own rule, written to the disk."""

from pathlib import Path

from tests.cli.running import BROKEN, write

PAGE = """+++
title = "a class has a blue name"
pitfall = "blueness"
severity = "warning"
since = "1.0"

[options.colour]
default = "Blue"
about = "which colour"
+++

## What it finds

A class whose name begins with a colour.

## When to allow it

Never.
"""
CHECK = """
from archlint.own import Breach

def blue(project, rule):
    for found in project.classes:
        if found.name.startswith(str(rule.options["colour"])):
            yield Breach(found, f"{found.name} is blue", "call it by what it does")

RULES = {"blue-name": blue}
"""
PROJECT = {
    **BROKEN,
    "archlint.toml": f'own-rules = ["./rules/ours.py"]\n{BROKEN["archlint.toml"]}',
    "rules/ours.py": CHECK,
    "rules/blue-name.md": PAGE,
    "shop/domain/ocean.py": "class BlueOcean: ...\n",
    "shop/adapters/db.py": "class Session: ...\n",
}


def project(folder: Path, **files: str) -> Path:
    """Write the project, with other files by the last part of their names, dots as underscores."""
    paths = {path.rpartition("/")[2].replace(".", "_").replace("-", "_"): path for path in PROJECT}
    return write(folder, {**PROJECT, **{paths[name]: text for name, text in files.items()}})


def faulty(body: str) -> str:
    """Return a file of own rules whose check does this."""
    return f"def blue(project, rule):\n    {body}\n\nRULES = {{'blue-name': blue}}\n"
