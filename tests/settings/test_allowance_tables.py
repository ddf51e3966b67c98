from datetime import date
from pathlib import Path

import pytest

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.patterns import Pattern
from archlint.model.finding import Severity
from archlint.model.place import Place
from archlint.model.rule import Rule
from archlint.settings.loading import parse
from archlint.settings.mistakes import SettingsError

RULES = {"outward-import": Rule("outward-import", "", Severity.ERROR)}
FILE = Path("archlint.toml")
WHOLE = """
[[allowances]]
rule = "outward-import"
from = "shop.domain.legacy"
to = "shop.adapters.db"
because = "until the ledger moves (#41)"
until = 2027-03-01
"""


def read(text: str) -> tuple[Allowance, ...]:
    return parse(text, FILE, RULES).architecture.allowances


def told(text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        parse(text, FILE, RULES)
    return [str(mistake).removeprefix("archlint.toml:") for mistake in caught.value.mistakes]


def test_without_tables_nothing_is_allowed() -> None:
    assert read("") == ()


def test_an_allowance_says_what_may_stay_and_why() -> None:
    assert read(WHOLE) == (
        Allowance(
            rule="outward-import",
            source=Pattern("shop.domain.legacy"),
            target=Pattern("shop.adapters.db"),
            because="until the ledger moves (#41)",
            until=date(2027, 3, 1),
            declared=Place("archlint.toml", 2, 1),
        ),
    )


@pytest.mark.parametrize("key", ["from", "to"])
def test_one_side_may_be_left_out(key: str) -> None:
    lines = [line for line in WHOLE.splitlines() if not line.startswith(key)]

    (allowance,) = read("\n".join(lines))

    assert (allowance.source is None) == (key == "from")
    assert (allowance.target is None) == (key == "to")


def test_both_sides_left_out_would_allow_everything() -> None:
    text = '[[allowances]]\nrule = "outward-import"\nbecause = "x"\n'

    assert told(text) == ["1:1: an allowance needs from or to: which finding may stay?"]


def test_a_reason_is_required() -> None:
    assert told('[[allowances]]\nrule = "outward-import"\nfrom = "a"\n') == [
        "1:1: an allowance needs because: why may this stay?"
    ]
    assert told('[[allowances]]\nrule = "outward-import"\nfrom = "a"\nbecause = " "\n') == [
        "4:11: because is empty"
    ]


def test_a_rule_that_nobody_wrote_is_told_with_the_nearest_one() -> None:
    assert told(WHOLE.replace("outward-import", "outward-imports")) == [
        "3:8: unknown rule 'outward-imports'; did you mean 'outward-import'?"
    ]
    assert told(WHOLE.replace('rule = "outward-import"', "")) == ["2:1: an allowance needs a rule"]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ('"2027-03-01"', "until is '2027-03-01', not a date; write until = 2027-03-01"),
        ("2027-03-01T08:00:00", "until is 2027-03-01T08:00:00, not a date"),
        ("20270301", "until is 20270301, not a date"),
    ],
)
def test_a_last_day_is_a_date(given: str, fault: str) -> None:
    (mistake,) = told(WHOLE.replace("2027-03-01", given))

    assert mistake.startswith(f"7:9: {fault}")


def test_patterns_are_those_of_the_layers() -> None:
    assert told(WHOLE.replace("shop.domain.legacy", "shop/domain/legacy.py")) == [
        "4:8: 'shop/domain/legacy.py' is a path, not a dotted module name"
    ]


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    assert told(WHOLE.replace("because", "becuase"))[-1] == (
        "6:1: unknown key 'becuase'; did you mean 'because'?"
    )


def test_the_same_thing_is_allowed_once() -> None:
    assert told(WHOLE + WHOLE) == [
        "9:1: line 2 allows outward-import from shop.domain.legacy to shop.adapters.db already"
    ]


def test_a_single_table_is_no_list() -> None:
    (mistake,) = told(WHOLE.replace("[[allowances]]", "[allowances]"))

    assert mistake == "2:2: allowances is a table, not tables; write [[allowances]]"
