"""`archlint cache`: tells what is kept of earlier runs, or removes it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from archlint.cli.console import say
from archlint.cli.verbs import SETTINGS

if TYPE_CHECKING:
    from archlint.sources.cache.home import Home

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _place(command: Decorated) -> Decorated:
    return click.option(
        "--cache-dir",
        type=click.Path(file_okay=False, path_type=Path),
        envvar="ARCHLINT_CACHE_DIR",
        metavar="FOLDER",
        help="The cache, where it is not .archlint_cache in the project.",
    )(command)


@click.group(context_settings=SETTINGS)
def cache() -> None:
    """Look after what archlint keeps of files that it has read."""


@cache.command(context_settings=SETTINGS)
@_place
def info(cache_dir: Path | None) -> None:
    """Tell where the cache is and what it holds."""
    home = _home(cache_dir)
    say("".join(f"{line}\n" for line in (str(home.path), *_account(home))))


@cache.command(context_settings=SETTINGS)
@_place
def clean(cache_dir: Path | None) -> None:
    """Remove what archlint has put in the cache, and the cache if nothing else is in it."""
    home = _home(cache_dir)
    try:
        home.clean()
    except OSError as error:
        raise click.ClickException(f"{error.filename or home.path}: {error.strerror}") from error
    fault = home.fault()
    say(f"{home.path}: left alone, {fault}\n" if fault else f"{home.path}: clean\n")


def _home(cache_dir: Path | None) -> "Home":
    from archlint.assembly import Request, cache_home

    return cache_home(Path.cwd(), Request(cache=cache_dir))


def _account(home: "Home") -> Iterator[str]:
    from archlint import rulebook
    from archlint.reports.summary import counted
    from archlint.sources.cache.edition import whole_edition
    from archlint.sources.cache.stock import stocks

    if fault := home.fault():
        yield f"not used: {fault}"
        return
    held = list(stocks(home, whole_edition(rulebook.folder())))
    for stock in held:
        age = "" if stock.is_current else ", of another version of archlint or Python"
        held_there = counted(stock.contents, "content")
        yield f"{stock.reader}: {held_there}, {stock.size / 1e6:.1f} MB{age}"
    if not held:
        yield "empty"
