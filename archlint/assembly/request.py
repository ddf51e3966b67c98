"""A request: what one run is asked to do, and the settings and rules that follow from it."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from archlint import rulebook
from archlint.assembly.faults import NothingToJudgeError
from archlint.assembly.owning import own_chapters
from archlint.assembly.progress import CountedWorkers, Progress
from archlint.assembly.stopwatch import Stopwatch, TimedDisk
from archlint.baseline.folder import PLACE, Folder
from archlint.model.finding import Severity
from archlint.model.rule import Rule
from archlint.own_rule import OwnRule
from archlint.rulebook.own import Chapter
from archlint.settings.loading import find, load
from archlint.settings.mistakes import shown
from archlint.settings.project import ProjectSettings
from archlint.sources.cache.home import Home, home_of
from archlint.sources.cache.recent import Recent
from archlint.sources.crew.reading import Processes, Workers
from archlint.sources.disk import Disk, cores

_NO_RULE = "nothing is left to judge: {} is selected, but ignored as well or off in the settings"


@dataclass(frozen=True, slots=True)
class Request:
    """What one run is asked to do.

    `paths` limit what is reported, never what is read. `select` and `ignore` name rules; no
    `select` means all. `jobs` is the number of processes that read, None for one per core, unless
    `workers` are named who do it.
    `cache` is where what was read is kept, None for a folder of the project; `recent` is what
    audits before this one have read, where somebody makes many. A `stopwatch` is told
    how long each stage takes, a `progress` how far it is. `baseline` is where accepted findings are
    kept, None for the place beside the settings. `since` is a revision of git: what its branch had
    already is older.
    """

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    isolated: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    jobs: int | None = None
    workers: Workers | None = None
    cache: Path | None = None
    no_cache: bool = False
    recent: Recent | None = None
    stopwatch: Stopwatch | None = None
    progress: Progress | None = None
    baseline: Path | None = None
    since: str = ""


def disk_for(settings: ProjectSettings, request: Request) -> Disk:
    """Return the files of the project, as the request wants them read."""
    home = None if request.no_cache else home_of(settings.folder.resolve(), request.cache)
    workers = request.workers or Processes(request.jobs or cores())
    if request.progress:
        workers = CountedWorkers(workers, request.progress)
    disk = Disk(settings.folder, workers, home)
    disk.recent = request.recent
    return TimedDisk(disk, request.stopwatch) if request.stopwatch else disk


def cache_home(folder: Path, request: Request) -> Home:
    """Return the cache that such an audit uses."""
    return home_of(project_folder(folder, request).resolve(), request.cache)


def project_folder(folder: Path, request: Request) -> Path:
    """Return the folder that the paths of such an audit are relative to."""
    if file := settings_file(folder, request):
        return file.absolute().parent
    start = _start(folder, request.paths)
    is_asked_for = start in {path.resolve() for path in request.paths}
    return start if is_asked_for and not start.is_relative_to(folder.resolve()) else folder


def book(own: Iterable[OwnRule] = ()) -> dict[str, Rule]:
    """Return the rule book with own rules, by the names of the rules."""
    return {rule.name: rule for rule in (*rulebook.rules(), *(each.rule for each in own))}


def settings_for(folder: Path, request: Request) -> ProjectSettings:
    """Return the settings of the project, blank ones where it has none."""
    file = settings_file(folder, request)
    own = tuple(rule for chapter in chapters(folder, request) for rule in chapter.rules)
    if file:
        return replace(load(file, book(own)), own_rules=own)
    from archlint.settings.inference import blank  # few projects say nothing

    return replace(blank(project_folder(folder, request)), own_rules=own)


def pages(folder: Path, request: Request) -> tuple[rulebook.Page, ...]:
    """Return the pages of all rules that the project can be judged by, own ones last.

    Raises SettingsError and OwnRulesError as `chapters` does.
    """
    own = (page for chapter in chapters(folder, request) for page in chapter.pages)
    return (*rulebook.pages(), *own)


def chapters(folder: Path, request: Request) -> tuple[Chapter, ...]:
    """Return what own rules add to the book: nothing where no settings are wanted.

    Raises SettingsError for files that cannot be used, OwnRulesError for what is installed.
    """
    return () if request.isolated else tuple(own_chapters(settings_file(folder, request)))


def settings_file(folder: Path, request: Request) -> Path | None:
    """Return the settings file that counts, None where there is none or none is wanted."""
    if request.isolated:
        return None
    return request.config or find(_start(folder, request.paths))


def rules_for(settings: ProjectSettings, request: Request) -> tuple[Rule, ...]:
    """Return the rules as the settings and the request want them.

    One that is off by default tells what it finds as information when the request selects it.
    """
    style = settings.style or ""
    rules = {name: rule.under(style) for name, rule in book(settings.own_rules).items()}
    for name in (*request.select, *request.ignore):
        if name not in rules:
            raise rulebook.UnknownRuleError(name, rules)
    for name, wanted in settings.rules.items():
        options = {**rules[name].options, **wanted.options}
        rules[name] = replace(rules[name], override=wanted.severity, options=options)
    for name, rule in rules.items():
        if name in request.select and rule.severity is Severity.OFF and rule.override is None:
            rules[name] = replace(rule, override=Severity.INFO)
        if name in request.ignore or (request.select and name not in request.select):
            rules[name] = replace(rules[name], override=Severity.OFF)
    if request.select and all(rule.is_off for rule in rules.values()):
        raise NothingToJudgeError(_NO_RULE.format(", ".join(request.select)))
    return tuple(rules.values())


def baseline_of(folder: Path, request: Request) -> Folder:
    """Return where the baseline of the project around a folder is, or would be."""
    path = request.baseline or project_folder(folder, request) / PLACE
    return Folder(path, shown(path))


def today() -> date:
    """Return the day on which whoever runs this judges."""
    return datetime.now().astimezone().date()


def _start(folder: Path, paths: Sequence[Path]) -> Path:
    """Return where the search for settings begins: the folder that holds all that is asked for."""
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]
    return Path(os.path.commonpath(folders)) if folders else folder.resolve()
