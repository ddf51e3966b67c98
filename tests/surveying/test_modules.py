"""What is known of one module."""

import pytest

from archlint.surveying.links import Direction
from archlint.surveying.modules import survey_module
from archlint.surveying.parts import UnknownNameError
from tests.building import codebase

BASE = codebase(
    {
        "shop/__init__.py": "",
        "shop/domain/order.py": (
            "from dataclasses import dataclass\n"
            "from shop.adapters.db import Session\n"
            "from shop.tools import now\n"
            "class Refused(Exception): ...\n"
        ),
        "shop/use_cases/pay.py": "from shop.domain.order import Refused\n",
        "shop/adapters/db.py": "class Session: ...\n",
        "shop/adapters/web.py": (
            "from fastapi import APIRouter\n"
            "router = APIRouter()\n"
            "@router.get('/')\n"
            "def orders(): ...\n"
        ),
        "shop/tools.py": "def now(): ...\n",
    }
)


def test_a_module_of_no_layer_has_no_pattern() -> None:
    survey = survey_module(BASE, "shop.tools")

    assert (survey.membership, survey.pattern) == (None, None)


def test_the_pattern_that_put_a_module_there_is_told() -> None:
    survey = survey_module(BASE, "shop.domain.order")

    assert survey.membership
    assert survey.membership.layer.name == "domain"
    assert survey.pattern
    assert survey.pattern.text == "shop.domain"


def test_imports_have_a_direction_each() -> None:
    survey = survey_module(BASE, "shop/domain/order.py")

    assert [link.direction for link in survey.imports] == [
        Direction.LIBRARY,
        Direction.OUTWARD,
        Direction.UNLAYERED,
    ]


def test_importers_are_told_with_their_layer() -> None:
    (link,) = survey_module(BASE, "shop.domain.order").importers

    assert link.here
    assert (link.importer, link.here.name) == ("shop.use_cases.pay", "use cases")
    assert link.direction is Direction.INWARD


def test_classes_come_with_the_evidence_for_their_roles() -> None:
    ((owner, verdict),) = survey_module(BASE, "shop.domain.order").classes

    assert (owner.name, verdict.role) == ("Refused", "exception")
    assert "Exception" in verdict.reason


def test_handlers_are_those_of_the_module_alone() -> None:
    assert survey_module(BASE, "shop.tools").handlers == ()

    (handler,) = survey_module(BASE, "shop.adapters.web").handlers

    assert handler.function.fact.qualname == "orders"


def test_an_unknown_module_comes_with_the_nearest_names() -> None:
    with pytest.raises(UnknownNameError) as refused:
        survey_module(BASE, "shop.domain.orders")

    assert refused.value.near[0] == "shop.domain.order"
