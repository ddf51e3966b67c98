"""Takes over a configuration, whichever tool's it is."""

from archlint.contracts.migration.configuration import (
    BrokenConfigurationError,
    Configuration,
    Peer,
    TextOf,
)
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.proposal import Proposal, propose
from archlint.contracts.migration.translation import Translation


def translated(configuration: Configuration, text_of: TextOf, project: Project) -> Proposal:
    """Return the settings that say what the configuration says, and what is lost.

    Raises BrokenConfigurationError where it cannot be understood.
    """
    if configuration.peer is Peer.IMPORT_LINTER:
        translation = _of_import_linter(text_of, project)
    elif configuration.peer is Peer.TACH:
        from archlint.contracts.migration.tach.domains import with_domains
        from archlint.contracts.migration.tach.translating import translate

        whole = with_domains(configuration, text_of, project.modules)
        translation = translate(whole, project)
    else:
        from archlint.contracts.migration.deply.translating import translate as of_deply

        translation = of_deply(configuration, project)
    return propose(configuration.peer, configuration.file, translation, project)


def roots_of(configuration: Configuration) -> tuple[str, ...] | None:
    """Return the folders that imports start from, None where the configuration does not say."""
    said = (configuration.content or {}).get("source_roots")
    if configuration.peer is not Peer.TACH or not isinstance(said, list):
        return None
    return tuple(str(root).removeprefix("./").rstrip("/") or "." for root in said)


def _of_import_linter(text_of: TextOf, project: Project) -> Translation:
    from archlint.contracts.migration.import_linter.translating import translate
    from archlint.contracts.mistakes import plain
    from archlint.contracts.reading import UnusableError, read

    try:
        options = read(text_of)
    except UnusableError as error:
        told = f"{error.broken.contract.place}: the contracts cannot be read: {plain(str(error))}"
        raise BrokenConfigurationError(told) from None
    if options is None:
        raise BrokenConfigurationError("there are no contracts of import-linter here")
    return translate(options, project)
