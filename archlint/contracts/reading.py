"""The options of import-linter, found and read as import-linter itself does."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from importlinter.application.app_config import settings
from importlinter.application.ports.filesystem import FileSystem
from importlinter.application.use_cases import read_user_options
from importlinter.application.user_options import UserOptions
from importlinter.configuration import configure

from archlint.contracts.forms.faults import Fault
from archlint.contracts.forms.ini import ini_fault, unclosed_own
from archlint.contracts.forms.toml import toml_fault
from archlint.contracts.mistakes import unjudged
from archlint.contracts.places import contract_positions, settings_position
from archlint.model.contracts import BrokenContract, Contract
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Declared:
    """A contract with its options as they are written."""

    contract: Contract
    options: dict[str, Any]

    @property
    def kind(self) -> str:
        """The name of its type, "" when it has none."""
        return str(self.options.get("type", ""))


@dataclass(frozen=True, slots=True)
class Options:
    """What a file says; `place` is where the options of the session begin."""

    place: Place
    session: dict[str, Any]
    contracts: tuple[Declared, ...]

    @property
    def roots(self) -> tuple[str, ...]:
        """The packages that the contracts are about."""
        return _texts(self.session.get("root_packages"))

    @property
    def types(self) -> Mapping[str, str]:
        """The classes of custom contract types, by the names of the types."""
        pairs = (text.partition(":") for text in _texts(self.session.get("contract_types")))
        return {name.strip(): dotted.strip() for name, _, dotted in pairs}

    def says(self, option: str) -> bool:
        """Whether an option of the session is true."""
        return str(self.session.get(option)) in {"True", "true"}


class UnusableError(Exception):
    """The options cannot be used; `broken` says where and why."""

    def __init__(self, place: Place, reason: str) -> None:
        super().__init__(reason)
        self.broken: BrokenContract = unjudged(Contract("", place), reason)


def read(text_of: Callable[[str], str | None]) -> Options | None:
    """Return the options of the first file that has any; `text_of` gives the text of a file.

    Raises UnusableError where they cannot be read or name no contract.
    """
    files = _Files(text_of)
    try:
        options = _read(files)
    except FileNotFoundError:
        return None
    except KeyError:
        raise UnusableError(files.settings_place, "they name no root_package") from None
    except Exception as error:
        raise files.unusable(error) from error
    if fault := files.fault:
        raise UnusableError(files.place(fault), fault.reason)
    if not options.contracts_options:
        raise UnusableError(files.settings_place, "the settings of import-linter name none")
    names = [str(each.get("name", "")) for each in options.contracts_options]
    positions = contract_positions(files.last_text, names)
    places = [Place(files.last, *position) for position in positions]
    return Options(
        place=files.settings_place,
        session=options.session_options,
        contracts=tuple(
            Declared(Contract(name, place, _guidance(each)), each)
            for name, place, each in zip(
                _titles(options.contracts_options), places, options.contracts_options, strict=True
            )
        ),
    )


def _read(files: "_Files") -> UserOptions:
    configure()
    settings.configure(FILE_SYSTEM=files)
    try:
        return read_user_options()
    finally:
        configure()


def _titles(contracts: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield a name for each contract, by which no other goes."""
    taken: Counter[str] = Counter()
    for number, options in enumerate(contracts, 1):
        name = str(options.get("name") or options.get("id") or f"number {number}")
        taken[name] += 1
        yield name if taken[name] == 1 else f"{name} ({taken[name]})"


def _guidance(options: Mapping[str, Any]) -> str:
    return " ".join(" ".join(_texts(options.get("broken_contract_guidance"))).split())


def _texts(value: object) -> tuple[str, ...]:
    """Return a list of texts, also of one alone, without the blank ones."""
    values = value if isinstance(value, list) else [value] if value else []
    return tuple(str(each).strip() for each in values if str(each).strip())


class _Files(FileSystem):
    """The file system of import-linter, reading through us; remembers what was read last."""

    def __init__(self, text_of: Callable[[str], str | None]) -> None:
        self._text_of = text_of
        self.last = ""
        self.last_text = ""

    @property
    def settings_place(self) -> Place:
        return Place(self.last, *settings_position(self.last_text))

    @property
    def fault(self) -> Fault | None:
        """What is wrong with the form of a text that a parser has taken."""
        is_toml = self.last.endswith(".toml")
        return toml_fault(self.last_text) if is_toml else unclosed_own(self.last_text)

    def place(self, fault: Fault) -> Place:
        return Place(self.last, *fault.position)

    def unusable(self, error: Exception) -> UnusableError:
        """Return an error of a parser in words of the text that it has read last."""
        if fault := self.fault or ini_fault(self.last_text, error):
            return UnusableError(self.place(fault), fault.reason)
        return UnusableError(self._place_of(error), str(error).replace("<string>", self.last))

    def _place_of(self, error: Exception) -> Place:
        """Return where a parser found an error, as far as it says so."""
        told = _AT_LINE.search(str(error))
        if not told:
            return self.settings_place
        return Place(self.last, int(told["line"]), int(told["column"] or 1))

    def getcwd(self) -> str:
        return ""

    def join(self, *components: str) -> str:
        return components[-1]

    def exists(self, file_name: str) -> bool:
        return self._text_of(file_name) is not None

    def read(self, file_name: str, encoding: str | None = None) -> str:  # noqa: ARG002 - its port
        self.last = file_name
        self.last_text = self._text_of(file_name) or ""
        return self.last_text


_AT_LINE = re.compile(r"line:? *(?P<line>\d+)(?:, column (?P<column>\d+))?")
