"""Imports between parts of a program, and chains where there are none."""

import pytest

from archlint.surveying.imports import survey_imports
from archlint.surveying.links import Direction
from archlint.surveying.parts import PartKind, UnknownNameError
from tests.building import codebase

FILES = {
    "shop/domain/order.py": "import dataclasses\nfrom shop.tools import clock\n",
    "shop/domain/cart.py": "from shop.domain.order import Order\n",
    "shop/tools.py": "from shop.adapters.db import now\ndef clock(): ...\n",
    "shop/adapters/db.py": "import sqlalchemy.orm\nfrom shop.domain.order import Order, Line\n",
    "shop/adapters/mail.py": "def send():\n    from shop.domain import order\n",
}
BASE = codebase(FILES)


def test_parts_that_do_not_know_one_another_have_neither_imports_nor_chains() -> None:
    survey = survey_imports(BASE, "shop.domain", "shop.adapters.mail")

    assert survey.links == ()
    assert survey.chain == ()


def test_a_chain_is_told_only_where_there_is_no_import() -> None:
    direct = survey_imports(BASE, "shop.adapters", "shop.domain")
    around = survey_imports(BASE, "domain", "adapters")

    assert direct.chain == ()
    assert around.links == ()
    assert [str(link.place) for link in around.chain] == [
        "shop/domain/order.py:2:1",
        "shop/tools.py:1:1",
    ]


def test_every_statement_is_told_with_the_names_that_it_takes() -> None:
    survey = survey_imports(BASE, "adapters", "domain")

    assert [(link.place.path, link.told, link.manner) for link in survey.links] == [
        ("shop/adapters/db.py", "shop.domain.order (Line, Order)", ""),
        ("shop/adapters/mail.py", "shop.domain.order", "inside a function"),
    ]
    assert {link.direction for link in survey.links} == {Direction.INWARD}


@pytest.mark.parametrize(
    ("name", "kind", "modules"),
    [
        ("shop.tools", PartKind.MODULE, 1),
        ("shop/tools.py", PartKind.MODULE, 1),
        ("shop.domain", PartKind.PACKAGE, 2),
        ("domain", PartKind.LAYER, 2),
        ("sqlalchemy", PartKind.LIBRARY, 0),
    ],
)
def test_a_name_stands_for_what_it_is(name: str, kind: PartKind, modules: int) -> None:
    imported = survey_imports(BASE, "adapters", name).imported

    assert (imported.kind, len(imported.modules)) == (kind, modules)


def test_a_library_is_imported_by_any_part_of_its_name() -> None:
    survey = survey_imports(BASE, "adapters", "sqlalchemy")

    assert [link.direction for link in survey.links] == [Direction.LIBRARY]


def test_a_chain_may_end_at_a_library() -> None:
    survey = survey_imports(BASE, "domain", "sqlalchemy")

    assert [link.importer for link in survey.chain] == [
        "shop.domain.order",
        "shop.tools",
        "shop.adapters.db",
    ]


@pytest.mark.parametrize(("name", "near"), [("domian", "domain"), ("ordr", "shop.domain.order")])
def test_a_name_of_nothing_comes_with_the_nearest_ones(name: str, near: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        survey_imports(BASE, "domain", name)

    assert refused.value.near[0] == near


def test_what_only_type_checkers_see_makes_a_chain_where_nothing_else_does() -> None:
    base = codebase(
        {
            "shop/domain/order.py": "import shop.tools\n",
            "shop/tools.py": (
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import shop.adapters.db\n"
            ),
            "shop/adapters/db.py": "",
        }
    )

    survey = survey_imports(base, "domain", "adapters")

    assert [link.manner for link in survey.chain] == ["", "for type checkers"]
