"""The programs of the cases, imported by the frameworks that they are written for."""

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.rulebook_cases import Example, examples

CASES = Path(__file__).parents[1] / "cases" / "fat-controller"
_IMPORT = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"


@dataclass(frozen=True, slots=True)
class Program:
    """An example with the page that it stands on; a page is named like a framework."""

    page: str
    example: Example

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules, in the order in which the example shows them."""
        files = (path for path in self.example.files if path.endswith(".py"))
        return tuple(path.removesuffix(".py").replace("/", ".") for path in files)

    def complaint(self, python: Path) -> str:
        """Return what goes wrong when an interpreter imports all modules, "" when nothing does."""
        with tempfile.TemporaryDirectory() as folder:
            for path, text in self.example.files.items():
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            command = [str(python), "-W", "ignore", "-c", _IMPORT, *self.modules]
            done = subprocess.run(  # noqa: S603 - our own examples
                command, cwd=folder, capture_output=True, text=True, check=False
            )
        return done.stderr if done.returncode else ""


def programs(pages: list[str]) -> Iterator[Program]:
    """Yield the programs of these pages, or of all when none is named."""
    for file in sorted(CASES.glob("*.md")):
        if not pages or file.stem in pages:
            for example in examples(file.read_text(encoding="utf-8")):
                yield Program(file.stem, example)
