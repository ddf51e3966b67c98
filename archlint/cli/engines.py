"""The engine that a run borrows to read files, as `--executor` and `--scheduler` name it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from archlint.cli.judging import WrongUseError

if TYPE_CHECKING:
    from archlint.assembly.engines import Elsewhere

EXECUTORS = ("dask",)


@contextmanager
def borrowed(
    executor: str | None, scheduler: str | None, jobs: int | None
) -> "Iterator[Elsewhere | None]":
    """Lend the engine of that name, None where none is named; say afterwards what it failed at."""
    if executor is None:
        if scheduler:
            raise click.UsageError("--scheduler goes with --executor, and none is named")
        yield None
        return
    if not scheduler:
        raise click.UsageError(f"--executor {executor} needs --scheduler ADDRESS")
    from archlint.assembly.engines import Engine, NoEngineError, StrangeEditionError, engaged

    try:
        with engaged(Engine(executor), scheduler, jobs) as elsewhere:
            yield elsewhere
    except (NoEngineError, StrangeEditionError) as error:
        raise WrongUseError(str(error)) from error
    if failures := elsewhere.failures:
        text = f"{len(failures)} batches were read here, as the executor failed: {failures[-1]}"
        click.echo(text, err=True)
