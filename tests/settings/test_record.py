"""Settings written down again mean what they meant."""

from dataclasses import replace
from pathlib import Path

import pytest
import tomlkit

from archlint import rulebook
from archlint.model.place import Place
from archlint.settings.inference import blank
from archlint.settings.loading import parse
from archlint.settings.project import ProjectSettings
from archlint.settings.record import record

BOOK = {rule.name: rule for rule in rulebook.rules()}
FILE = Path("archlint.toml")
FULL = """
style = "hexagonal"
domain-model = "functional"
source-roots = ["src"]
exclude = ["**/migrations/**"]
tests = ["checks"]
libraries.redis = "warn"
libraries.google.cloud = "allow"
roles.entity = ["shop.domain.**:Ticket"]
controllers.decorators = ["shop.web.endpoint"]

[[layers]]
name = "domain"
modules = ["shop.{context}.domain"]
paths = ["services/*/core/**"]
allowed-libraries = []
public = ["api"]
because = "ADR 7"

[[layers]]
name = "odd"
ring = 4
modules = ["shop.odd"]
independent = true
closed = true
baseline = false

[contexts]
independent = true
public = ["facade"]

[[allowances]]
rule = "outward-import"
from = "shop.domain.legacy"
to = "shop.adapters.db"
because = "until the ledger moves"
until = 2027-03-01

[rules.anemic-entity]
severity = "warning"
"""


def understood(toml: str) -> ProjectSettings:
    return parse(toml, FILE, BOOK)


def without_places(settings: ProjectSettings) -> ProjectSettings:
    architecture = replace(
        settings.architecture,
        layers=tuple(replace(x, declared=None) for x in settings.architecture.layers),
        allowances=tuple(
            replace(x, declared=blank_place()) for x in settings.architecture.allowances
        ),
    )
    return replace(
        settings,
        architecture=architecture,
        catalog=replace(settings.catalog, libraries={}),
        pattern_places={},
        library_places={},
        face_places={},
        style_place=None,
        says_domain_model=True,
    )


def blank_place() -> Place:
    return Place("archlint.toml")


@pytest.mark.parametrize("toml", ["", 'style = "clean"\n', FULL], ids=["none", "style", "full"])
def test_what_is_written_down_means_the_same(toml: str) -> None:
    first = understood(toml)

    again = understood(tomlkit.dumps(record(first)))

    assert without_places(again) == without_places(first)


def test_what_was_never_said_is_not_written_down() -> None:
    assert record(blank(Path())) == {
        "domain-model": "rich",
        "tests": ["tests", "test", "test_*.py", "*_test.py", "conftest.py"],
        "layers": [],
    }
