"""`archlint config validate`: whether settings are right, and what they forbid is caught."""

from collections.abc import Iterator, Sequence
from typing import Unpack

import click

from archlint.cli.answering import columns, say_json, say_lines
from archlint.cli.asking import Asked, Form, asks, program_of
from archlint.cli.verbs import SETTINGS
from archlint.reports.summary import counted
from archlint.surveying.planting.harvest import Outcome, Trial

SCHEMA = "archlint/validation@1"


@click.command(
    context_settings=SETTINGS, short_help="Check the settings, and try what they forbid."
)
@asks
def validate(**asked: Unpack[Asked]) -> int:
    """Check the settings, and plant in memory what they forbid to see that it is caught.

    Keys, names and patterns are checked first. Then forbidden imports are planted in real modules,
    in memory alone: from each layer to each that it must not import, and of libraries that the core
    must not know. PATH lies in the project, which is otherwise that of the current folder.

    Exit status: 0 all is caught, 1 something is not, 2 the settings are wrong.
    """
    from archlint.assembly import trials

    read = program_of(asked)
    for note in read.notes:
        click.echo(f"note: {note}", err=True)
    tried = trials(read)
    if Form(asked["output_format"]) is Form.JSON:
        say_json({"schema": SCHEMA, **_record(tried)})
    else:
        say_lines(_lines(tried))
    return int(not all(trial.is_kept for trial in tried))


def _lines(tried: Sequence[Trial]) -> Iterator[str]:
    yield from columns(_row(trial) for trial in tried if not trial.is_kept)
    outcomes = [outcome for trial in tried for outcome in trial.outcomes]
    caught, allowed = outcomes.count(Outcome.CAUGHT), outcomes.count(Outcome.ALLOWED)
    planted = len(outcomes) - outcomes.count(Outcome.UNTRIED)
    rest = f", {allowed} allowed" if allowed else ""
    of = counted(planted, "planted import")
    yield f"{caught} of {of} caught{rest}, for {counted(len(tried), 'ban')}"


def _row(trial: Trial) -> Sequence[str]:
    return "not caught", f"{trial.ban.here} -> {trial.ban.there}", trial.reason


def _record(tried: Sequence[Trial]) -> dict[str, object]:
    outcomes = [outcome for trial in tried for outcome in trial.outcomes]
    return {
        "planted": len(outcomes) - outcomes.count(Outcome.UNTRIED),
        **{outcome.value: outcomes.count(outcome) for outcome in Outcome},
        "bans": [_ban(trial) for trial in tried],
    }


def _ban(trial: Trial) -> dict[str, object]:
    ban = trial.ban
    return {
        "from": ban.here,
        "to": ban.there,
        "rules": ban.rules,
        "kept": trial.is_kept,
        "reason": trial.reason,
        "plants": [
            {"module": plant.importer.name, "imported": plant.imported, "outcome": outcome.value}
            for plant, outcome in zip(ban.plants, trial.outcomes, strict=False)
        ],
    }
