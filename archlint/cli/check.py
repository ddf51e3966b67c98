"""`archlint check`: judges the project in the current folder and tells what was found."""

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from archlint.cli.console import Colour
from archlint.cli.judging import judge
from archlint.cli.options import NEVER, of_check
from archlint.cli.remarks import coverage, remarks, timings
from archlint.cli.source_lines import SourceLines
from archlint.cli.target import Target
from archlint.cli.telling import tell, write
from archlint.cli.verbs import SETTINGS
from archlint.model.audit import Audit
from archlint.model.finding import Severity
from archlint.reports import Format
from archlint.reports.manner import Manner

if TYPE_CHECKING:
    from archlint.assembly import Request, Stopwatch


class Given(TypedDict):
    """What the command line says, as click hands it over."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    exit_zero: bool
    output_format: str
    output: tuple[Target, ...]
    config: Path | None
    isolated: bool
    jobs: int | None
    no_cache: bool
    cache_dir: Path | None
    color: str
    quiet: bool
    timings: bool
    verbose: bool


@click.command(context_settings={**SETTINGS, "auto_envvar_prefix": "ARCHLINT"})
@of_check
def check(**given: Unpack[Given]) -> int:
    """Judge the architecture of the project in the current folder.

    The whole project is always judged; PATHS, files or folders, only limit what is reported.
    Every option can be set by an environment variable, such as ARCHLINT_FAIL_ON for --fail-on.

    Exit status: 0 nothing to report, 1 findings at or above --fail-on, 2 wrong use or settings,
    3 a fault of archlint itself.
    """
    from archlint.assembly import Stopwatch, project_folder

    if given["config"] and given["isolated"]:
        raise click.UsageError("--isolated uses no settings file, and --config names one")
    began = perf_counter()
    watch = Stopwatch() if given["timings"] else None
    request = _request(given, watch)
    audit = judge(Path.cwd(), request)
    seconds = perf_counter() - began
    source_line = SourceLines(project_folder(Path.cwd(), request))
    _tell(audit, given, Manner(source_line, summary=not given["quiet"]))
    _remark(audit, given, seconds)
    for line in timings(watch.seconds) if watch else ():
        click.echo(line, err=True)
    return _status(audit, given)


def _request(given: Given, watch: "Stopwatch | None") -> "Request":
    from archlint.assembly import Request

    return Request(
        paths=given["paths"],
        config=given["config"],
        isolated=given["isolated"],
        select=given["select"],
        ignore=given["ignore"],
        jobs=given["jobs"],
        cache=given["cache_dir"],
        no_cache=given["no_cache"],
        stopwatch=watch,
    )


def _tell(audit: Audit, given: Given, manner: Manner) -> None:
    write(audit, given["output"], manner)
    tell(audit, Format(given["output_format"]), manner, Colour(given["color"]))


def _remark(audit: Audit, given: Given, seconds: float) -> None:
    if given["quiet"]:
        return
    for remark in remarks(audit):
        click.echo(remark, err=True)
    if given["verbose"]:
        for remark in (*coverage(audit), f"took {seconds:.1f} s"):
            click.echo(remark, err=True)


def _status(audit: Audit, given: Given) -> int:
    if given["exit_zero"] or given["fail_on"] == NEVER:
        return 0
    return int(audit.fails(Severity(given["fail_on"])))
