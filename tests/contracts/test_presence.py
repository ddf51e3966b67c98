"""Contracts that nobody reads are named in a note."""

from collections.abc import Mapping

from tests.contracts.building import FORBIDDEN, audit_of, ini

SESSION = '[tool.importlinter]\nroot_package = "svc"\n'


def notes(files: Mapping[str, str]) -> tuple[str, ...]:
    return audit_of(files).notes


def test_contracts_in_the_folder_of_the_settings_are_read() -> None:
    files = {".importlinter": ini(FORBIDDEN), "green/one.py": "", "green/two.py": ""}

    assert notes(files) == ()


def test_a_file_that_only_names_the_tool_is_not_told() -> None:
    text = '[tool.mypy]\nmodule = "importlinter.*"\n'

    assert notes({"svc/a.py": "", "svc/pyproject.toml": text}) == ()


def test_a_folder_without_modules_is_not_looked_into() -> None:
    assert notes({"docs/.importlinter": ini(FORBIDDEN)}) == ()


def test_contracts_in_a_folder_below_are_named() -> None:
    assert notes({"svc/src/a.py": "", "svc/.importlinter": ini(FORBIDDEN)}) == (
        "svc/.importlinter is not read: contracts are looked for in the folder of the settings",
    )


def test_of_many_files_three_are_named() -> None:
    modules = {f"{name}/a.py": "" for name in "abcde"}
    files = {f"{name}/pyproject.toml": SESSION for name in "abcde"}

    assert notes({**modules, **files}) == (
        (
            "a/pyproject.toml, b/pyproject.toml, c/pyproject.toml and 2 more are not read: "
            "contracts are looked for in the folder of the settings"
        ),
    )
