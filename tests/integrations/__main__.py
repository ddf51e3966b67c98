"""Runs the trials one after another, and says how each ended."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from traceback import format_exc

from tests.integrations.hook import HOOKS
from tests.integrations.services import SERVICES
from tests.integrations.workbench import Workbench

Trial = Callable[[Workbench, Path], None]


def main() -> int:
    """Print what holds and what does not; the status is 1 where something does not."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Workbench((options.tools or Path(folder) / "tools").resolve())
        bench.folder.mkdir(parents=True, exist_ok=True)
        bench.furnish()
        trials = [each for each in (*SERVICES, *HOOKS) if options.only in each.__name__]
        failed = [trial for trial in trials if not _holds(trial, bench)]
    print(f"{len(trials) - len(failed)} of {len(trials)} hold")
    return int(bool(failed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.integrations", description=__doc__)
    parser.add_argument("--tools", type=Path, help="folder to keep the tools in")
    parser.add_argument("--only", default="", metavar="WORD", help="trials with this in their name")
    return parser


def _holds(trial: Trial, bench: Workbench) -> bool:
    name = trial.__name__.replace("_", " ")
    with tempfile.TemporaryDirectory() as folder:
        try:
            trial(bench, Path(folder))
        except AssertionError:
            print(f"FAILS  {name}\n{format_exc()}", flush=True)
            return False
    print(f"holds  {name}", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
