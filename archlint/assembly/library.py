"""The library: an audit for whoever calls archlint from Python."""

from collections.abc import Iterable
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

    The settings are those of `config`, of no file where it is `isolated`, or else the nearest ones
    from `path` upwards. `select` names the only rules to judge, `ignore` those to leave out; one
    name may be given as it is. `since` is a revision of git: what its branch had already is
    `State.OLDER`. `baseline` is the folder of accepted findings, `.archlint/baseline` beside the
    settings if left out. `jobs` is the number of processes that read files, one for each core if
    left out. Without `cache` everything is read anew, and nothing is written to the disk.

    `Audit.findings` has every finding in the order of the files; those that are neither allowed nor
    in the baseline are `Audit.new()`, and `Audit.fails(threshold)` says whether they fail a run.
    Nothing of the project is imported or run, save for own rules and contracts that it asks for.

    Raises SettingsError for settings that cannot be used (its `mistakes` have file, line and
    column), OwnRulesError for installed rules that cannot be used, UnknownRuleError for a name in
    `select` or `ignore` that is no rule, and NothingToJudgeError where there is no such folder, no
    module or no layer. All are ArchlintError. An own rule that fails while it judges raises nothing
    and is one of `Audit.faults`.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise NothingToJudgeError(f"{folder}: no such folder")
    if config is not None and isolated:
        raise ValueError("isolated uses no settings file, and config names one")
    request = Request(
        config=None if config is None else Path(config),
        isolated=isolated,
        select=_names(select),
        ignore=_names(ignore),
        jobs=jobs,
        no_cache=not cache,
        baseline=None if baseline is None else Path(baseline),
        since=since,
    )
    return judged(folder, request)


def _names(given: Names) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)
