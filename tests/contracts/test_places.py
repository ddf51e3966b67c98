"""Contracts are found in the text that declares them."""

from archlint.contracts.places import (
    contract_positions,
    key_position,
    option_position,
    settings_position,
)


def test_sections_of_an_ini_file_stand_where_they_begin() -> None:
    text = "[importlinter]\n\n[importlinter:contract:a]\n[other]\n[importlinter:contract:b]\n"

    assert contract_positions(text, ["A", "B"]) == [(3, 1), (5, 1)]


def test_tables_of_a_toml_file_stand_where_they_begin() -> None:
    text = (
        "[tool.importlinter]\n[[tool.importlinter.contracts]]\n  [[tool.importlinter.contracts]]\n"
    )

    assert contract_positions(text, ["A", "B"]) == [(2, 1), (3, 3)]


def test_contracts_in_one_array_are_found_by_their_names() -> None:
    text = '[tool.importlinter]\ncontracts = [\n  {name = "A"},\n  {type = "x", name = \'B\'},\n]\n'

    assert contract_positions(text, ["A", "B"]) == [(3, 4), (4, 16)]


def test_a_contract_that_nobody_finds_stands_with_the_settings() -> None:
    text = 'a = 1\n[tool.importlinter]\ncontracts = [{type = "x"}]\n'

    assert contract_positions(text, [""]) == [(2, 1)]


def test_settings_that_are_nowhere_stand_at_the_beginning() -> None:
    assert settings_position("") == (1, 1)


def test_settings_that_are_no_table_stand_at_their_key() -> None:
    assert settings_position("[tool]\nimportlinter = 5\n") == (2, 1)


def test_a_key_of_another_table_is_not_taken_for_that_of_the_settings() -> None:
    text = '[a]\nroot_package = 1\n[tool.importlinter]\nroot_packages = []\nroot_package = "b"\n'

    assert key_position(text, "root_package") == (5, 1)


def test_an_option_of_an_ini_file_is_found_in_its_section() -> None:
    assert option_position("[a]\nname = 1\n[b]\nName: 2\n", "b", "name") == (4, 1)
