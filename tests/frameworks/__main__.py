"""Imports the programs of the cases about handlers with the real frameworks."""

import argparse
import tempfile
from itertools import groupby
from pathlib import Path

from tests.frameworks.environments import Environments
from tests.frameworks.programs import Program, programs


def main() -> int:
    """Print which programs are valid; the status is 1 where one of them is not."""
    wishes = _parser().parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        environments = Environments(wishes.environments or Path(folder), wishes.newest)
        for page, group in groupby(programs(wishes.pages), key=lambda program: program.page):
            python = environments.python_for(page)
            broken += _judge(page, list(group), python)
    return int(broken > 0)


def _judge(page: str, held: list[Program], python: Path) -> int:
    """Tell of the programs of a page, and return how many the framework refuses."""
    refused = {p.example.title: said for p in held if (said := p.complaint(python))}
    print(f"{page}: {len(held) - len(refused)} of {len(held)} programs are valid", flush=True)
    for title, said in refused.items():
        print(f"  {title}\n    {said.strip().splitlines()[-1]}")
    return len(refused)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.frameworks", description=__doc__)
    parser.add_argument("pages", nargs="*", help="these pages alone, such as fastapi")
    parser.add_argument("--environments", type=Path, help="folder to keep the frameworks in")
    parser.add_argument("--newest", action="store_true", help="take no account of the pins")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
