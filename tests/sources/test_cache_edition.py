"""The edition: nothing that facts depend on can change without it."""

import subprocess
import sys
from pathlib import Path

import pytest

from archlint.sources.cache import edition as module
from archlint.sources.cache.edition import PACKAGE, edition, sources

LOADED = """
import sys
from archlint.sources.crew.readers import READERS
from archlint.sources.skim import newer

for reader in READERS.values():
    reader.load()
for name, found in sys.modules.items():
    if name.partition(".")[0] == "archlint":
        print(found.__file__)
"""


def test_every_module_that_a_reader_loads_counts() -> None:
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LOADED], check=True, capture_output=True, text=True
    )

    loaded = {Path(line) for line in told.stdout.splitlines()}
    assert PACKAGE / "sources" / "study" / "reader.py" in loaded
    assert loaded <= {*sources()}


def test_a_change_of_a_reader_is_another_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = edition()
    for file in sources():
        copy = tmp_path / file.relative_to(PACKAGE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    edition.cache_clear()
    assert edition() == before

    with (tmp_path / "model" / "facts" / "outline.py").open("a") as file:
        file.write("# changed\n")
    edition.cache_clear()

    assert edition() not in (None, before)


def test_without_sources_there_is_no_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    edition.cache_clear()

    assert edition() is None


@pytest.fixture(autouse=True)
def _forget_the_edition() -> object:
    edition.cache_clear()
    yield
    edition.cache_clear()
