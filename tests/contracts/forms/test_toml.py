"""Options in TOML that are not what their keys ask for are told in words of the file."""

import pytest

from archlint.contracts.forms.toml import toml_fault
from tests.contracts.building import told

CONTRACT = """
[[tool.importlinter.contracts]]
name = "No two"
type = "forbidden"
source_modules = ["green.one"]
forbidden_modules = ["green.two"]
"""
ONE = '["green.one"]'
SESSION = '[tool.importlinter]\nroot_package = "green"\n'
FILES = {"green/one.py": "", "green/two.py": ""}


def test_a_text_of_the_right_form_has_no_fault() -> None:
    types = 'contract_types = ["a: b.C"]\nroot_packages = ["green"]\n'

    assert toml_fault(f"{SESSION}{types}{CONTRACT}") is None


def test_a_text_that_is_no_toml_is_left_to_the_parser() -> None:
    assert toml_fault("[tool") is None


FAULTS = [
    (
        f"[tool.importlinter]\nroot_package = 3\n{CONTRACT}",
        "2:1: the contracts cannot be judged: root_package is 3, not the name of a package",
    ),
    (
        f'[tool.importlinter]\nroot_packages = "green"\n{CONTRACT}',
        (
            "2:1: the contracts cannot be judged: root_packages is 'green', "
            "not a list of names of packages"
        ),
    ),
    (
        f"{SESSION}contract_types = [true]\n{CONTRACT}",
        (
            "3:1: the contracts cannot be judged: contract_types is a list with true in it, "
            "not a list of texts"
        ),
    ),
    (
        f"{SESSION}contracts = 5\n",
        (
            "3:1: the contracts cannot be judged: contracts is 5, not a list of tables; "
            "write [[tool.importlinter.contracts]]"
        ),
    ),
    (
        f"{SESSION}contracts = [1, 2]\n",
        "3:1: the contracts cannot be judged: number 1 of contracts is 1, not a table",
    ),
    (
        f'{SESSION}[tool.importlinter.contracts.x]\nname = "X"\n',
        (
            "3:1: the contracts cannot be judged: contracts is a table, not a list of tables; "
            "write [[tool.importlinter.contracts]]"
        ),
    ),
    (
        "[tool]\nimportlinter = 5\n",
        (
            "2:1: the contracts cannot be judged: importlinter is 5, not a table; "
            "write [tool.importlinter]"
        ),
    ),
    (
        f"{SESSION}{CONTRACT.replace(ONE, '[5]')}",
        (
            "4:1: the contract 'No two' cannot be judged: source_modules is a list with 5 in it, "
            "not a list of texts"
        ),
    ),
    (
        f"{SESSION}{CONTRACT.replace(ONE, '5')}",
        (
            "4:1: the contract 'No two' cannot be judged: source_modules is 5, "
            "not a text or a list of texts"
        ),
    ),
    (
        "[tool.importlinter]\nroot_package = \n",
        "2:16: the contracts cannot be judged: invalid value (at line 2, column 16)",
    ),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_value_that_its_key_does_not_ask_for_is_told_where_it_stands(
    text: str, message: str
) -> None:
    assert told({"pyproject.toml": text, **FILES}) == [f"pyproject.toml:{message}"]
