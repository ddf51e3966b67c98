"""The library: an audit for whoever calls archlint from Python."""

from collections.abc import Iterable
from dataclasses import replace
from os import PathLike
from pathlib import Path

from archlint.assembly import NothingToJudgeError, Request
from archlint.assembly import audit as judged
from archlint.model.audit import Audit

Names = str | Iterable[str]
Location = str | PathLike[str]


def audit(  # noqa: PLR0913 # all but the path are keywords, those of the command line
    path: Location = ".",
    *,
    select: Names = (),
    ignore: Names = (),
    config: Location | None = None,
    isolated: bool = False,
    since: str = "",
    baseline: Location | None = None,
    jobs: int | None = None,
    cache: bool = True,
) -> Audit:
    """Judge the project that the folder `path` lies in, as `archlint check` does there.

    Settings come from `config`, from no file if `isolated`, else from the nearest one upwards.
    `select` and `ignore` name rules. Findings that the git revision `since` had already are
    `State.OLDER`. `baseline` is a folder, `.archlint/baseline` if left out; `jobs` counts the
    processes that read, one a core if left out; without `cache` nothing is kept on the disk.

    Raises SettingsError, OwnRulesError, UnknownRuleError, or NothingToJudgeError where there is no
    such folder, module or layer: all are ArchlintError. Own rules that fail are `Audit.faults`.
    """
    if config is not None and isolated:
        raise ValueError("isolated uses no settings file, and config names one")
    request = Request(isolated=isolated, jobs=jobs, no_cache=not cache, since=since)
    request = replace(request, select=_names(select), ignore=_names(ignore))
    request = replace(request, config=_path(config), baseline=_path(baseline))
    return judged(_folder(path), request)


def _folder(path: Location) -> Path:
    folder = Path(path)
    if not folder.is_dir():
        raise NothingToJudgeError(f"{folder}: no such folder")
    return folder


def _path(given: Location | None) -> Path | None:
    return None if given is None else Path(given)


def _names(given: Names) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
