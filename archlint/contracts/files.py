"""The port to the files of a project that carries contracts."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from archlint.model.facts.outline import Outline
from archlint.model.modules import Module, Unreadable


class Files(Protocol):
    """Files by their paths relative to the settings, on the disk or in memory."""

    def text(self, path: str) -> str | None:
        """Return what a file says, None where there is none."""
        ...

    def below(self, folder: str) -> tuple[str, ...]:
        """Return every Python file below a folder, also what the project's settings leave out."""
        ...

    def outlines(
        self, modules: Sequence[Module]
    ) -> tuple[Mapping[str, Outline], tuple[Unreadable, ...]]:
        """Skim modules; the outlines go by their names."""
        ...
