"""The way in: runs the verb that is meant, and turns what happens into an exit status."""

import atexit
import os
import sys
import threading
from collections.abc import Sequence
from enum import IntEnum
from errno import ENOSPC
from pathlib import Path
from typing import NoReturn, TextIO

import click

from archlint.cli.console import take_any_text
from archlint.cli.faults import Detail, account_of
from archlint.cli.verbs import verbs


class Status(IntEnum):
    """What the exit status says beside the 0 and 1 of a finished check."""

    WRONG_USE = 2
    FAULT = 3
    INTERRUPTED = 130


def run() -> NoReturn:
    """Run archlint as a process of its own, and end it at once if nobody else has a part in it.

    Python would first take apart all that is known of a project, which takes as long as a rule.
    """
    status = main()
    if _is_shared():
        sys.exit(status)
    atexit._run_exitfuncs()  # noqa: SLF001 - own rules may count on it, and nothing else runs them
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody listens any more: that is for Python to say
        sys.exit(status)
    os._exit(status)


def _is_shared() -> bool:
    """Whether a profiler, a debugger, a measure of coverage or a thread waits for the end, too."""
    monitoring = getattr(sys, "monitoring", None)  # which profilers use since Python 3.12
    tools = map(monitoring.get_tool, range(6)) if monitoring else ()
    return bool(any(tools) or sys.gettrace() or sys.getprofile() or threading.active_count() > 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run archlint with these arguments, or those of the process, and return the exit status."""
    sys.stdout, sys.stderr = _opened(sys.stdout), _opened(sys.stderr)
    take_any_text(sys.stdout)
    take_any_text(sys.stderr)
    detail = Detail()
    try:
        status = verbs.main(arguments, prog_name="archlint", standalone_mode=False, obj=detail)
    except click.ClickException as error:
        error.show()
        return Status.WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        return Status.INTERRUPTED
    except Exception as fault:  # noqa: BLE001 # the one place where any fault becomes a status
        if isinstance(fault, OSError) and fault.errno == ENOSPC:
            click.echo(f"Error: {fault.strerror}", err=True)
            return Status.WRONG_USE
        click.echo(account_of(fault, detail), err=True)
        return Status.FAULT
    return int(status or 0)


def _opened(stream: TextIO | None) -> TextIO:
    """Return a stream that can be written to, even where whoever started us has closed it."""
    return stream or Path(os.devnull).open("w", encoding="utf-8")
