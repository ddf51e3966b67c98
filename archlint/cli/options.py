"""The options of `archlint check`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from archlint.cli import completion
from archlint.cli.choosing import OneOf
from archlint.cli.console import Colour
from archlint.cli.engines import EXECUTORS
from archlint.cli.faults import Detail
from archlint.cli.target import distinct, parse_target
from archlint.model.finding import Severity
from archlint.reports import FORMATS, USUAL

NEVER = "never"
THRESHOLDS = [severity.value for severity in Severity if severity is not Severity.OFF]

Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


def rule_names(
    _context: click.Context, _option: click.Parameter, words: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the rules that were named, one by one or with commas between them.

    Which of them there are, the settings decide, which may name own ones.
    """
    return tuple(name.strip() for word in words for name in word.split(",") if name.strip())


def _wish_traceback(context: click.Context, _option: click.Parameter, wish: bool) -> None:  # noqa: FBT001 # click calls it so
    if isinstance(context.obj, Detail):
        context.obj.traceback = wish


def rules_option(name: str, text: str) -> Callable[[Decorated], Decorated]:
    """Return an option that names rules."""
    return click.option(
        f"--{name}",
        multiple=True,
        metavar="RULE",
        callback=rule_names,
        shell_complete=completion.rules,
        envvar=f"ARCHLINT_{name.upper()}",
        help=text,
    )


OPTIONS = (
    click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
    rules_option("select", "Judge these rules alone; repeat it or put commas between."),
    rules_option("ignore", "Leave these rules out."),
    click.option(
        "--fail-on",
        type=OneOf([*THRESHOLDS, NEVER]),
        default=Severity.ERROR.value,
        show_default=True,
        help="Exit with 1 for a finding of this severity or a graver one.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
    click.option(
        "--output-format",
        type=OneOf([*FORMATS]),
        default=USUAL,
        show_default=True,
        help="Form of the report on standard output.",
    ),
    click.option(
        "--output",
        type=parse_target,
        multiple=True,
        metavar="FORMAT=FILE",
        callback=distinct,
        shell_complete=completion.targets,
        help="Write a report to a file, too, such as json=report.json; may be repeated.",
    ),
    click.option(
        "--statistics",
        is_flag=True,
        help="Tell how many findings each rule has, instead of each of them.",
    ),
    click.option(
        "--since",
        default="",
        metavar="REVISION",
        help="Report only what was brought since HEAD parted from this revision of git.",
    ),
    click.option(
        "--baseline",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Where accepted findings are kept, instead of .archlint/baseline in the project.",
    ),
    click.option("--accept-new", is_flag=True, help="Take new findings into the baseline."),
    click.option(
        "--strict", is_flag=True, help="Exit with 1 for entries of the baseline that are stale."
    ),
    click.option(
        "--show-suppressed",
        is_flag=True,
        help="Tell findings that are in the baseline, allowed or older, too.",
    ),
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Settings to use instead of those that are found going up.",
    ),
    click.option("--isolated", is_flag=True, help="Use no settings file, infer the architecture."),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Processes to read files with; as many as useful when left out.",
    ),
    click.option(
        "--executor",
        type=OneOf(EXECUTORS),
        help="Let the workers of this engine read files; needs --scheduler.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Where the engine's scheduler listens, such as tcp://127.0.0.1:8786.",
    ),
    click.option("--no-cache", is_flag=True, help="Read every file anew, and keep nothing."),
    click.option(
        "--cache-dir",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="FOLDER",
        help="Where to keep what was read, instead of .archlint_cache in the project.",
    ),
    click.option(
        "--color",
        type=OneOf([colour.value for colour in Colour]),
        default=Colour.AUTO.value,
        show_default=True,
        help="When to use colours; NO_COLOR and FORCE_COLOR are heard, too.",
    ),
    click.option(
        "--watch",
        is_flag=True,
        help="Judge again at every save, and tell what appeared and what went away.",
    ),
    click.option("--quiet", "-q", is_flag=True, help="Tell findings and nothing else."),
    click.option(
        "--timings", is_flag=True, help="Judge anew, and tell how long each stage and rule took."
    ),
    click.option("--verbose", "-v", is_flag=True, help="Tell what was looked at and how long."),
    click.option(
        "--traceback",
        is_flag=True,
        expose_value=False,
        callback=_wish_traceback,
        help="Show the traceback of a fault of archlint itself.",
    ),
)


def of_check(command: Decorated) -> Decorated:
    """Give a function the arguments and options of check."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
