"""`archlint migrate`: takes over the configuration of another architecture linter."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from archlint.cli.choosing import OneOf
from archlint.cli.console import say
from archlint.cli.judging import WrongUseError
from archlint.cli.settings_file import (
    is_shared,
    refuse_second_settings,
    usual_target,
    write_settings,
)
from archlint.cli.verbs import SETTINGS

if TYPE_CHECKING:
    from archlint.contracts.migration.configuration import Configuration
    from archlint.contracts.migration.proposal import Proposal

PEERS = ("import-linter", "tach", "deply")


@click.command(context_settings=SETTINGS)
@click.option("--from", "peer", type=OneOf(PEERS), help="Whose configuration to take over.")
@click.option("--check", is_flag=True, help="Write nothing; compare the verdicts on this project.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print the settings.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write there, such as archlint.toml, instead of to pyproject.toml.",
)
def migrate(peer: str | None, output: Path | None, *, check: bool, dry_run: bool) -> int:
    """Make settings of what import-linter, tach or deply were told in this folder.

    Says of each contract, module, layer and option what becomes of it. With --check nothing is
    written: the imports that the other tool forbids are compared with what archlint finds.

    Exit status: 0 done, or the verdicts agree; 1 they do not; 2 nothing can be taken over.
    """
    from archlint.contracts.migration.telling import account, verdict

    here = Path.cwd()
    target = output or usual_target(here)
    if not (check or dry_run):
        refuse_second_settings(here, target, "migrate")
    status = 0
    with _told_plainly():
        from archlint.assembly.migrating import compare, take_over

        tried = take_over(here, _chosen(here, peer))
        lines = list(account(tried.proposal))
        if check:
            comparison = compare(here, tried)
            lines += verdict(tried.proposal, comparison)
            status = int(not comparison.agrees)
    if dry_run:
        say(_text(tried.proposal, target))
    elif not check:
        lines.append(_write(tried.proposal, target))
    _tell(lines, apart=dry_run)
    return status


def _tell(lines: list[str], *, apart: bool) -> None:
    """Tell on standard output, or on standard error where that belongs to the settings."""
    if apart:
        click.echo("\n".join(lines), err=True)
    else:
        say("\n".join([*lines, ""]))


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what the user has to mend into one message."""
    from archlint.assembly import NothingToJudgeError
    from archlint.contracts.migration.configuration import BrokenConfigurationError
    from archlint.contracts.migration.telling import NothingToWriteError
    from archlint.settings.mistakes import SettingsError

    try:
        yield
    except (
        BrokenConfigurationError,
        NothingToJudgeError,
        NothingToWriteError,
        SettingsError,
    ) as error:
        raise WrongUseError(str(error)) from error


def _chosen(here: Path, peer: str | None) -> "Configuration":
    from archlint.assembly.migrating import configurations

    found = {str(each.peer): each for each in configurations(here)}
    if peer:
        if peer not in found:
            raise WrongUseError(f"{here}: there is no configuration of {peer} here")
        return found[peer]
    if not found:
        raise WrongUseError(f"{here}: there is no configuration of {_listed(PEERS, 'or')} here")
    if len(found) > 1:
        files = [f"{name} ({each.file})" for name, each in found.items()]
        raise WrongUseError(f"{here}: {_listed(files, 'and')} are configured; choose with --from")
    return next(iter(found.values()))


def _listed(names: list[str] | tuple[str, ...], word: str) -> str:
    *most, last = names
    return f"{', '.join(most)} {word} {last}"


def _text(proposal: "Proposal", target: Path) -> str:
    from archlint.contracts.migration.rendering import as_own_file, as_shared_table

    return as_shared_table(proposal) if is_shared(target) else as_own_file(proposal)


def _write(proposal: "Proposal", target: Path) -> str:
    told = write_settings(_text(proposal, target), target)
    return f"wrote {told}; run archlint migrate --check to compare the verdicts"
