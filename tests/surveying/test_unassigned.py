"""What lies in no layer."""

from archlint.surveying.layers import survey_layers
from archlint.surveying.unassigned import survey_unassigned
from tests.building import codebase

BASE = codebase(
    {
        "shop/__init__.py": '"""A shop."""\n',
        "shop/config.py": "DEBUG = False\n",
        "shop/common/dates.py": "def now(): ...\n",
        "shop/common/money.py": "class Money: ...\n",
        "shop/domain/order.py": "from shop.common import dates, money\n",
        "shop/domain/cart.py": "from shop.common.money import Money\n",
    }
)


def test_a_package_with_nothing_in_it_is_not_missing() -> None:
    survey = survey_unassigned(BASE)

    assert (survey.modules, survey.layered) == (5, 2)
    assert survey_layers(BASE).unlayered == 3


def test_folders_come_in_the_order_of_who_leans_on_them() -> None:
    folders = survey_unassigned(BASE).folders

    assert [(each.folder, each.importers) for each in folders] == [("shop/common", 2), ("shop", 0)]


def test_each_module_counts_its_own_importers() -> None:
    common = survey_unassigned(BASE).folders[0]

    assert [(each.module.name, each.importers) for each in common.modules] == [
        ("shop.common.dates", 1),
        ("shop.common.money", 2),
    ]
