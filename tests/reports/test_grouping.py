"""What text reports leave out."""

from dataclasses import replace

from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.reports.grouping import OF_ONE_RULE, Rest, first_of_each
from tests.reports.shop_audit import CHAIN, IMPORT, imports


def told(*findings: Finding) -> list[str]:
    return [
        str(item) if isinstance(item, Rest) else item.place.path for item in first_of_each(findings)
    ]


def test_nothing_is_left_out_of_a_few_findings() -> None:
    items = list(first_of_each([IMPORT, CHAIN]))

    assert items == [IMPORT, CHAIN]


def test_one_more_finding_is_told_rather_than_counted() -> None:
    items = list(first_of_each(imports(4, "shop.adapters.db")))

    assert len(items) == 4
    assert not any(isinstance(item, Rest) for item in items)


def test_the_rest_follows_the_last_finding_of_its_group_that_was_told() -> None:
    blue, green = imports(5, "shop.blue"), imports(1, "shop.green")

    items = told(*blue, *green)

    assert items[3:] == ["and 2 more imports of shop.blue", "shop/domain/part_000.py"]


def chains(number: int) -> list[Finding]:
    return [
        replace(CHAIN, place=Place(f"shop/domain/{index}.py"), module=f"shop.domain.{index}")
        for index in range(number)
    ]


def test_a_chain_of_its_own_is_told_as_it_is() -> None:
    other = replace(CHAIN, target="shop.adapters.mail")

    assert list(first_of_each([CHAIN, other])) == [CHAIN, other]


def test_what_is_no_chain_is_never_joined() -> None:
    cycles = [replace(finding, rule="import-cycle") for finding in chains(2)]

    assert list(first_of_each(cycles)) == cycles


def test_chains_that_end_by_the_same_import_are_one_finding() -> None:
    (joined,) = first_of_each(chains(9))

    assert isinstance(joined, Finding)
    assert joined.message == "9 modules reach shop.adapters.db through shop/clock.py:1"
    assert len(joined.also) == 8


def test_joined_chains_keep_the_place_of_the_first() -> None:
    items = told(IMPORT, *chains(2), IMPORT)

    assert items == [IMPORT.place.path, "shop/domain/0.py", IMPORT.place.path]


def test_findings_of_a_rule_that_is_about_no_import_name_the_rule() -> None:
    leaks = [replace(IMPORT, rule="orm-leak", target="shop.tables.Row")] * 9

    items = told(*leaks)

    assert items[-1] == "and 6 more findings of orm-leak: shop.tables.Row"


def test_one_missing_layer_never_floods_the_report() -> None:
    flood = [replace(IMPORT, target=f"shop.adapters.part_{index}") for index in range(27_000)]

    items = told(*flood)

    assert len(items) == OF_ONE_RULE + 1
    assert items[-1] == "and 26900 more findings of outward-import"


def test_told_and_counted_findings_add_up_to_all() -> None:
    findings = (*imports(150, "shop.blue"), CHAIN, *imports(7, "shop.green"), *[IMPORT] * 120)

    items = list(first_of_each(findings))

    number = sum(item.count if isinstance(item, Rest) else 1 for item in items)
    assert number == len(findings)
