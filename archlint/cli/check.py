"""`archlint check`: judges the project in the current folder and tells what was found."""

import os
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from click.core import ParameterSource

from archlint.cli.accepting import FAULTY, accepting, existing
from archlint.cli.actions import announce, runs_in_actions
from archlint.cli.comparison import faults, stale
from archlint.cli.console import Colour
from archlint.cli.engines import borrowed
from archlint.cli.judging import WrongUseError, judge
from archlint.cli.options import NEVER, of_check
from archlint.cli.remarks import coverage, remarks, timings
from archlint.cli.run import run_of
from archlint.cli.source_lines import SourceLines
from archlint.cli.target import Target
from archlint.cli.telling import for_terminal, tell, write
from archlint.cli.verbs import SETTINGS
from archlint.model.audit import Audit
from archlint.model.baseline.delta import Delta
from archlint.model.baseline.entries import Terms
from archlint.model.finding import Severity
from archlint.reports import FORMATS, STATISTICS, Format, Script
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
    statistics: bool
    since: str
    baseline: Path | None
    accept_new: bool
    strict: bool
    show_suppressed: bool
    config: Path | None
    isolated: bool
    jobs: int | None
    executor: str | None
    scheduler: str | None
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
    form = _form(given)
    began = perf_counter()
    watch = Stopwatch() if given["timings"] else None
    request = _request(given, watch)
    with borrowed(given["executor"], given["scheduler"], given["jobs"]) as workers:
        audit = _audit(replace(request, workers=workers), given)
    seconds = perf_counter() - began
    status = _status(audit, given)
    folder = project_folder(Path.cwd(), request)
    run = run_of(audit, folder, status, _fail_on(given))
    manner = Manner(
        SourceLines(folder),
        summary=not given["quiet"],
        run=run,
        suppressed=given["show_suppressed"],
    )
    unwritten = list(write(audit, given["output"], manner))
    _tell(audit, form, for_terminal(manner, Colour(given["color"]), folder))
    _remark(audit, given, seconds)
    for problem in (*faults(audit), *(stale(audit) if given["strict"] else ())):
        click.echo(problem, err=True)
    for line in timings(watch.seconds) if watch else ():
        click.echo(line, err=True)
    if unwritten:
        raise WrongUseError("\n".join(unwritten))
    return status


def _audit(request: "Request", given: Given) -> Audit:
    if given["accept_new"]:
        return accepting(judge(Path.cwd(), request), request, Terms())
    if given["baseline"]:
        existing(request)
    return judge(Path.cwd(), request)


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
        baseline=given["baseline"],
        since=given["since"],
    )


def _form(given: Given) -> Format:
    """Return the form of what goes to standard output."""
    form = FORMATS[given["output_format"]]
    if not given["statistics"]:
        return form
    if form.script is not Script.TERMINAL:
        raise click.UsageError(f"--statistics is told as text, and not in the format {form.name}")
    return STATISTICS


def _tell(audit: Audit, form: Format, manner: Manner) -> None:
    tell(audit, form, manner)
    if runs_in_actions(os.environ) and not _chose_a_format():
        announce(audit, manner, os.environ)


def _chose_a_format() -> bool:
    source = click.get_current_context().get_parameter_source
    options = ("output_format", "output")
    return any(source(option) is not ParameterSource.DEFAULT for option in options)


def _remark(audit: Audit, given: Given, seconds: float) -> None:
    if given["quiet"]:
        return
    for remark in remarks(audit):
        click.echo(remark, err=True)
    if given["verbose"]:
        for remark in (*coverage(audit), f"took {seconds:.1f} s"):
            click.echo(remark, err=True)


def _status(audit: Audit, given: Given) -> int:
    delta = audit.baseline or Delta()
    if delta.faults:
        return FAULTY
    threshold = _fail_on(given)
    is_stale = given["strict"] and bool(delta.fixed) and not given["exit_zero"]
    return int(is_stale or (threshold is not None and audit.fails(threshold)))


def _fail_on(given: Given) -> Severity | None:
    """Return the least severity that fails the run, None where nothing does."""
    if given["exit_zero"] or given["fail_on"] == NEVER:
        return None
    return Severity(given["fail_on"])
