"""What a parser of INI meets is told in words of the file."""

import pytest

from tests.contracts.building import FORBIDDEN, ini, told

FILES = {"green/one.py": "", "green/two.py": ""}


def test_a_bracket_in_a_value_is_no_section_without_an_end() -> None:
    text = ini(f"{FORBIDDEN}\nbroken_contract_guidance =\n  [importlinter knows\n  more")

    assert told({".importlinter": text, **FILES}) == []


FAULTS = [
    (
        ini(FORBIDDEN).replace("[importlinter]", "[importlinter"),
        "1:1: the contracts cannot be judged: the section '[importlinter' has no ] at its end",
    ),
    (
        ini(FORBIDDEN).replace("contract:0]", "contract:0"),
        (
            "4:1: the contracts cannot be judged: "
            "the section '[importlinter:contract:0' has no ] at its end"
        ),
    ),
    (
        ini(f"{FORBIDDEN}\nname = X"),
        ("9:1: the contracts cannot be judged: name is written twice in [importlinter:contract:0]"),
    ),
    (
        f"{ini(FORBIDDEN)}[importlinter]\n",
        "9:1: the contracts cannot be judged: [importlinter] is written twice",
    ),
    (
        f"green\n{ini(FORBIDDEN)}",
        "1:1: the contracts cannot be judged: the line 'green' stands above all sections",
    ),
    (
        ini(f"{FORBIDDEN}\ngreen"),
        (
            "9:1: the contracts cannot be judged: "
            "the line 'green' is neither a section nor an option with its value"
        ),
    ),
    (
        ini(f"{FORBIDDEN}\nbroken_contract_guidance = 50% of it"),
        (
            "9:1: the contracts cannot be judged: broken_contract_guidance in "
            "[importlinter:contract:0] has a % that stands for itself; write %%"
        ),
    ),
]


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_file_that_cannot_be_parsed_is_told_where_it_breaks(text: str, message: str) -> None:
    assert told({".importlinter": text, **FILES}) == [f".importlinter:{message}"]
