"""The settings file that a verb is about to write: never over what is there already."""

from pathlib import Path

from archlint.cli.judging import WrongUseError


def usual_target(here: Path) -> Path:
    """Return the pyproject.toml of a folder, or the archlint.toml of one that has none."""
    shared = here / "pyproject.toml"
    return shared if shared.is_file() else here / "archlint.toml"


def is_shared(target: Path) -> bool:
    """Whether the file belongs to other tools, too."""
    return target.name == "pyproject.toml"


def refuse_second_settings(here: Path, target: Path, verb: str) -> None:
    """Raise WrongUseError where there are settings already, or where these would not count."""
    from archlint.settings.loading import find
    from archlint.settings.mistakes import shown

    present = find(here)
    if present and present.parent == here.absolute():
        raise WrongUseError(
            f"{shown(present)}: has settings of archlint already, and {verb} does not touch them; "
            "archlint config show tells what they say, --dry-run prints what would be written"
        )
    if target.absolute().parent != here.absolute():
        raise WrongUseError(f"{target}: settings count from their own folder; write them to {here}")
    if target.exists() and not is_shared(target):
        raise WrongUseError(f"{target}: is there already, and {verb} does not overwrite it")
    if target.exists():
        _refuse_broken(target)


def _refuse_broken(target: Path) -> None:
    from archlint.settings.mistakes import SettingsError, shown
    from archlint.settings.tables import Document

    try:
        Document(target.read_bytes().decode("utf-8"), shown(target), target.name)
    except SettingsError as error:
        raise WrongUseError(str(error)) from error
    except UnicodeDecodeError:
        raise WrongUseError(f"{shown(target)}: is not UTF-8") from None
    except OSError as error:
        raise WrongUseError(f"cannot read {shown(target)}: {error.strerror}") from error


def write_settings(text: str, target: Path) -> str:
    """Write settings to a file of their own, or behind what a pyproject.toml says; return its name.

    Raises WrongUseError where that cannot be done.
    """
    from archlint.drafting.appending import CannotAppendError, appended
    from archlint.settings.mistakes import shown

    try:
        new = appended(target.read_bytes(), text) if target.exists() else text.encode()
        target.write_bytes(new)
    except CannotAppendError:
        told = f"{shown(target)}: no table can be put behind it; use --output archlint.toml"
        raise WrongUseError(told) from None
    except OSError as error:
        raise WrongUseError(f"cannot write {shown(target)}: {error.strerror}") from error
    return shown(target)
