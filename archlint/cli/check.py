"""`archlint check`: judges the project in the current folder and tells what was found."""

import os
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypedDict, Unpack

import click
from click.core import ParameterSource

from archlint.cli.accepting import accepting, existing
from archlint.cli.actions import announce, runs_in_actions
from archlint.cli.comparison import FAULTY, fault_status, faults, stale
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
    watch: bool
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
    3 a fault of archlint itself or of an own rule.
    """
    from archlint.assembly import Stopwatch

    if given["config"] and given["isolated"]:
        raise click.UsageError("--isolated uses no settings file, and --config names one")
    form = _form(given)
    began = perf_counter()
    stopwatch = Stopwatch() if given["timings"] else None
    request = _request(given, stopwatch)
    with borrowed(given["executor"], given["scheduler"], given["jobs"]) as workers:
        request = replace(request, workers=workers)
        if given["watch"]:
            return _watched(request, form, given)
        audit = _audit(request, given)
    seconds = perf_counter() - began
    _account(audit, request, form, given)
    if given["verbose"] and not given["quiet"]:
        click.echo(f"took {seconds:.1f} s", err=True)
    for line in timings(stopwatch.seconds) if stopwatch else ():
        click.echo(line, err=True)
    return _status(audit, given)


def _watched(request: "Request", form: Format, given: Given) -> int:
    """Watch the project until somebody has seen enough; return the status of the last audit."""
    from archlint.assembly.watching import lasting

    if given["accept_new"] or form is STATISTICS or form.script is not Script.TERMINAL:
        raise click.UsageError("--watch tells findings as text as they come and go")
    with lasting(request) as standing:
        return _watched_by(standing, form, given)


def _watched_by(request: "Request", form: Format, given: Given) -> int:
    from archlint.assembly.watching import Watch, difference
    from archlint.cli.watching import Watcher

    here = Path.cwd()
    watcher = Watcher(
        judge=lambda: _audit(request, given),
        difference=lambda before, after: difference(here, request, before, after),
        begin=lambda audit: _account(audit, request, form, given),
        manner=lambda audit: _at_terminal(_manner(audit, request, given), request, given),
        form=form,
    )
    watcher.watch(Watch(here, request).saves())
    return _status(watcher.audit, given) if watcher.audit else FAULTY


def _account(audit: Audit, request: "Request", form: Format, given: Given) -> None:
    """Tell the audit wherever it is to be told; raise WrongUseError where that cannot be done."""
    manner = _manner(audit, request, given)
    unwritten = list(write(audit, given["output"], manner))
    tell(audit, form, _at_terminal(manner, request, given))
    if runs_in_actions(os.environ) and not _chose_a_format():
        announce(audit, manner, os.environ)
    _remark(audit, given)
    for problem in (*faults(audit), *(stale(audit) if given["strict"] else ())):
        click.echo(problem, err=True)
    if unwritten:
        raise WrongUseError("\n".join(unwritten))


def _manner(audit: Audit, request: "Request", given: Given) -> Manner:
    from archlint.assembly import project_folder

    folder = project_folder(Path.cwd(), request)
    return Manner(
        SourceLines(folder),
        summary=not given["quiet"],
        run=run_of(audit, folder, _status(audit, given), _fail_on(given)),
        suppressed=given["show_suppressed"],
    )


def _at_terminal(manner: Manner, request: "Request", given: Given) -> Manner:
    from archlint.assembly import project_folder

    folder = project_folder(Path.cwd(), request)
    return for_terminal(manner, Colour(given["color"]), folder, lambda: _own_pages(request))


def _own_pages(request: "Request") -> dict[str, Path]:
    from archlint.assembly.request import chapters

    own = (rule for chapter in chapters(Path.cwd(), request) for rule in chapter.rules)
    return {each.rule.name: each.page for each in own}


def _audit(request: "Request", given: Given) -> Audit:
    if given["accept_new"]:
        found = judge(Path.cwd(), request, quietly=given["quiet"])
        return accepting(found, request, Terms())
    if given["baseline"]:
        existing(request)
    return judge(Path.cwd(), request, quietly=given["quiet"])


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


def _chose_a_format() -> bool:
    source = click.get_current_context().get_parameter_source
    options = ("output_format", "output")
    return any(source(option) is not ParameterSource.DEFAULT for option in options)


def _remark(audit: Audit, given: Given) -> None:
    if given["quiet"]:
        return
    for remark in remarks(audit):
        click.echo(remark, err=True)
    if given["verbose"]:
        for remark in coverage(audit):
            click.echo(remark, err=True)


def _status(audit: Audit, given: Given) -> int:
    if status := fault_status(audit):
        return status
    delta = audit.baseline or Delta()
    threshold = _fail_on(given)
    is_stale = given["strict"] and bool(delta.fixed) and not given["exit_zero"]
    return int(is_stale or (threshold is not None and audit.fails(threshold)))


def _fail_on(given: Given) -> Severity | None:
    """Return the least severity that fails the run, None where nothing does."""
    if given["exit_zero"] or given["fail_on"] == NEVER:
        return None
    return Severity(given["fail_on"])
