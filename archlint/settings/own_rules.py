"""Files of own rules that the settings name: `own-rules = ["./arch_rules.py"]`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archlint.settings.loading import document_of, own_table, text_of
from archlint.settings.mistakes import Mistake, shown

KEY = "own-rules"


@dataclass(frozen=True, slots=True)
class Named:
    """A file of own rules, and where the settings name it."""

    text: str
    file: Path
    settings: str
    line: int
    column: int

    def wrong(self, message: str) -> Mistake:
        """Return what is wrong with the file, as a mistake of the settings."""
        return Mistake(self.settings, self.line, self.column, f"{self.text}: {message}")


def own_rule_files(settings: Path) -> Iterator[Named]:
    """Yield the files that a settings file names, relative to it; raise as `load` does."""
    if KEY not in text_of(settings):
        return
    table = own_table(document_of(settings), settings)
    for index, text in enumerate(table.texts(KEY) or ()):
        place = table.place_of_element(KEY, index)
        file = settings.absolute().parent / text
        yield Named(text, file, shown(settings), place.line, place.column)
