"""Engines: who else can read the files of a project, behind the executor interface of Python."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from enum import StrEnum
from importlib import import_module

from archlint.sources.crew.reading import Processes
from archlint.sources.disk import cores
from archlint.sources.elsewhere import Elsewhere, StrangeEditionError

__all__ = ["Elsewhere", "Engine", "NoEngineError", "StrangeEditionError", "engaged"]

PATIENCE = 20
"""Seconds in which a scheduler has to answer."""


class Engine(StrEnum):
    """The engines that are known by name."""

    DASK = "dask"


class NoEngineError(Exception):
    """An engine cannot be had; the message says what to do about it."""


@contextmanager
def engaged(_engine: Engine, address: str, jobs: int | None) -> Iterator[Elsewhere]:
    """Lend the workers of an engine; what they fail at is read by `jobs` processes here.

    Raises NoEngineError where its library is missing, or its scheduler does not answer.
    """
    with _dask(address) as executor:
        yield Elsewhere(executor, Processes(jobs or cores()))


@contextmanager
def _dask(address: str) -> Iterator[Executor]:
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise NoEngineError(
            "the executor dask is not installed: pip install 'archlint[dask]'"
        ) from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoEngineError(f"no scheduler answers at {address}: {error}") from error
    with client:
        yield client.get_executor(retries=0)
