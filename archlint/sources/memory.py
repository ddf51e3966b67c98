"""Sources in memory: files that somebody hands over instead of a folder."""

from collections.abc import Callable, Mapping, Sequence

from archlint.model.facts.outline import Outline
from archlint.model.facts.structure import Structure
from archlint.model.facts.suites import Suite
from archlint.model.facts.uses import Uses
from archlint.model.modules import Module, Unreadable
from archlint.sources.discovery.testcode import test_files
from archlint.sources.facts import Discovered, Fact, Facts
from archlint.sources.skim import skim
from archlint.sources.skim.suites import read_suite
from archlint.sources.skim.uses import read_uses
from archlint.sources.study import study
from archlint.sources.unreadable import UnreadableError


class Memory:
    """Files by their relative paths, which are also their import paths: there is one root."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {
            path: text.encode() if isinstance(text, str) else text for path, text in files.items()
        }

    def discover(
        self,
        source_roots: tuple[str, ...] | None,  # noqa: ARG002 - the folder itself is the root
        exclude: tuple[str, ...],  # noqa: ARG002 - nobody hands over what is not meant
        tests: tuple[str, ...],
    ) -> Discovered:
        """Return a module for each Python file."""
        paths = sorted(path for path in self._files if path.endswith(".py"))
        test_code = test_files(paths, tests)
        return Discovered(
            modules=tuple(_module(path) for path in paths if path not in test_code),
            tests=tuple(_module(path) for path in paths if path in test_code),
        )

    def text(self, path: str) -> str | None:
        """Return what any file says, None where there is none."""
        found = self._files.get(path)
        return None if found is None else found.decode("utf-8-sig", errors="replace")

    def below(self, folder: str) -> tuple[str, ...]:
        """Return every Python file below a folder."""
        start = f"{folder}/" if folder else ""
        paths = (path for path in self._files if path.startswith(start))
        return tuple(sorted(path for path in paths if path.endswith(".py")))

    def outlines(self, modules: Sequence[Module]) -> Facts[Outline]:
        """Skim the files of the modules."""
        return self._read(modules, skim)

    def structures(self, modules: Sequence[Module]) -> Facts[Structure]:
        """Study the files of the modules."""
        return self._read(modules, study)

    def uses(self, modules: Sequence[Module]) -> Facts[Uses]:
        """Read what the modules do with what they import."""
        return self._read(modules, read_uses)

    def suites(self, modules: Sequence[Module]) -> Facts[Suite]:
        """Read what files of tests say."""
        return self._read(modules, read_suite)

    def _read(self, modules: Sequence[Module], read: Callable[[bytes], Fact]) -> Facts[Fact]:
        facts: dict[str, Fact] = {}
        unreadable: list[Unreadable] = []
        for module in modules:
            try:
                facts[module.name] = read(self._files[module.path])
            except UnreadableError as error:
                unreadable.append(Unreadable(module, error.reason, error.line, error.column))
        return facts, tuple(unreadable)


def _module(path: str) -> Module:
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return Module(name, path, path.endswith("__init__.py"))
