"""The verbs of the command line, each loaded only when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from archlint.version import __version__

if TYPE_CHECKING:  # only a shell that completes needs it
    from click.shell_completion import CompletionItem


HELP = ("-h", "--help")
SETTINGS = {"help_option_names": list(HELP)}
OWN_OPTIONS = frozenset({*HELP, "--version"})
DEFAULT = "check"
SHORT_HELP: Mapping[str, str] = MappingProxyType(
    {
        "allow": "Allow a finding, by a comment beside it or in the settings, with the reason.",
        "baseline": "Accept what is found for now, and see that it only shrinks.",
        "cache": "Look after what is kept of files that were read.",
        "check": "Judge the architecture of the project in the current folder (the default).",
        "config": "Show the settings, and try whether what they forbid is caught.",
        "explain": "Tell what a rule finds, why, and how to mend it.",
        "init": "Find the layers of a project, and write settings for them.",
        "migrate": "Take over the configuration of import-linter, tach or deply.",
        "rules": "List the rules.",
        "show": "Show the layers, a module, imports, and what is in no layer or unused.",
    }
)


class Verbs(click.Group):
    """A group that does `check` when no verb is named, so that a first PATH is no verb."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 # click calls it so
        """Return the verbs as they are listed in the help."""
        return list(SHORT_HELP)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the verb of that name."""
        if cmd_name not in SHORT_HELP:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(f"archlint.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default verb in front of arguments that begin with none."""
        is_first_word = ctx.resilient_parsing and not args  # of which a shell knows only a part
        named = args and (args[0] in SHORT_HELP or args[0] in OWN_OPTIONS)
        if not named and not is_first_word:
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the verbs, and what check takes, as it needs no verb."""
        from click.shell_completion import CompletionItem

        from archlint.cli.completion import FILES, options

        if incomplete.startswith("-"):
            check = self.get_command(ctx, DEFAULT)
            both = (*options(self, incomplete), *(options(check, incomplete) if check else ()))
            return list({item.value: item for item in both}.values())
        found = [
            CompletionItem(verb, help=said)
            for verb, said in SHORT_HELP.items()
            if verb.startswith(incomplete)
        ]
        return found or [CompletionItem(incomplete, type=FILES)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the verbs without loading them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(SHORT_HELP.items()))


@click.group(
    cls=Verbs,
    context_settings={**SETTINGS, "auto_envvar_prefix": "ARCHLINT"},
    options_metavar="",
    subcommand_metavar="[check] [OPTIONS] [PATHS]... | VERB ...",
    epilog="`archlint VERB -h` tells the options of a verb; those of check need no verb.",
)
@click.version_option(__version__, message="archlint %(version)s")
def verbs() -> None:
    """Judge the architecture of Python code without running it."""
