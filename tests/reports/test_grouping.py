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


def test_chains_that_share_their_last_step_are_a_group() -> None:
    chains = [replace(CHAIN, place=Place(f"shop/domain/{index}.py")) for index in range(9)]

    items = told(*chains)

    assert items[-1] == "and 6 more chains through shop.clock to shop.adapters.db"


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
