"""The JSON Schema of the settings says what the loader knows, no more and no less."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from archlint import rulebook
from archlint.assembly.schema import pyproject_schema, settings_schema
from archlint.settings.loading import parse
from archlint.settings.tables import Table
from tests.rulebook_cases import examples

PROJECT = Path(__file__).parents[2]
SCHEMA: Any = settings_schema()
BOOK = {rule.name: rule for rule in rulebook.rules()}
EVERY_TABLE = """
[[layers]]
name = "domain"
modules = ["shop.{context}.domain"]

[contexts]

[[allowances]]
rule = "outward-import"
from = "shop.domain"
because = "so"

[controllers]
"""


def validator() -> Any:  # noqa: ANN401 # the class depends on the draft
    return jsonschema.Draft7Validator(SCHEMA)


def mistakes(toml: str) -> list[str]:
    return [error.message for error in validator().iter_errors(tomllib.loads(toml))]


def written_settings() -> Iterator[tuple[str, str]]:
    """Yield the settings of every example in the book, by page and title."""
    for page in sorted((PROJECT / "rules").glob("*.md")):
        for example in examples(page.read_text(encoding="utf-8")):
            yield f"{page.stem}: {example.title}", example.settings


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_no_settings_at_all_are_fine() -> None:
    assert mistakes("") == []


def test_the_settings_in_the_book_are_fine() -> None:
    wrong = {title: found for title, toml in written_settings() if (found := mistakes(toml))}

    assert wrong == {}


@pytest.mark.parametrize("file", sorted(PROJECT.glob("examples/*/pyproject.toml")), ids=str)
def test_the_settings_of_an_example_are_fine(file: Path) -> None:
    settings = tomllib.loads(file.read_text(encoding="utf-8"))["tool"]["archlint"]

    assert list(validator().iter_errors(settings)) == []


def test_our_own_settings_are_fine() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

    assert list(validator().iter_errors(settings["tool"]["archlint"])) == []


@pytest.mark.parametrize(
    "toml",
    [
        'colour = "blue"',
        'style = "baroque"',
        'layers = ["domain"]',
        '[[layers]]\nmodules = ["shop"]',
        '[[layers]]\nname = "domain"',
        '[[layers]]\nname = "domain"\nmodules = ["shop"]\nring = -1',
        '[rules.no-such-rule]\nseverity = "error"',
        '[rules.outward-import]\nseverity = "grave"',
        '[libraries]\nredis = "maybe"',
        '[[allowances]]\nrule = "outward-import"\nfrom = "shop"',
    ],
)
def test_what_the_loader_refuses_is_refused(toml: str) -> None:
    assert mistakes(toml) != []


def test_libraries_may_be_written_in_parts() -> None:
    assert mistakes('[libraries]\nweb = "deny"\ngoogle.cloud.storage = "allow"') == []


def test_the_last_day_of_an_allowance_is_a_date() -> None:
    allowance = '[[allowances]]\nrule = "outward-import"\nfrom = "a"\nbecause = "b"\nuntil = '

    assert mistakes(f"{allowance}2027-03-01") == []


def test_it_knows_the_keys_of_the_loader(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, set[str]] = {}
    close = Table.close

    def closed(table: Table) -> None:
        close(table)
        asked[next((part for part in table.path if isinstance(part, str)), "")] = table._known  # noqa: SLF001 # the keys that the loader asked for

    monkeypatch.setattr(Table, "close", closed)
    parse(EVERY_TABLE, Path("archlint.toml"), BOOK)

    keys = SCHEMA["properties"]
    assert asked == {
        "": set(keys),
        "layers": set(keys["layers"]["items"]["properties"]),
        "contexts": set(keys["contexts"]["properties"]),
        "allowances": set(keys["allowances"]["items"]["properties"]),
        "controllers": set(keys["controllers"]["properties"]),
    }


def test_it_knows_every_rule_with_its_options() -> None:
    rules = SCHEMA["properties"]["rules"]["properties"]

    assert {name: {*rule["properties"]} - {"severity"} for name, rule in rules.items()} == {
        name: {*rule.options} for name, rule in BOOK.items()
    }


def test_validators_of_pyproject_get_the_same_schema() -> None:
    assert pyproject_schema("archlint") == SCHEMA


def test_whatever_may_be_set_says_what_it_is() -> None:
    silent = [path for path, schema in _keys("", SCHEMA) if not schema.get("description")]

    assert silent == []


def _keys(path: str, schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 # JSON
    for name, below in schema.get("properties", {}).items():
        told = below if "$ref" not in below else SCHEMA["definitions"]["libraries"]
        yield f"{path}{name}", told
        yield from _keys(f"{path}{name}.", told.get("items", told))


def test_own_rules_have_names_that_the_book_does_not_know() -> None:
    own = 'own-rules = ["./arch.py"]\n[rules.our-own]\nseverity = "info"\nmost = 3\n'

    assert mistakes(own) == []
    assert mistakes(own.replace("info", "grave")) != []
    assert mistakes(own.replace("most = 3", "").replace('own-rules = ["./arch.py"]', "")) != []
