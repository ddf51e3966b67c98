"""Which part of a program a file of tests is about."""

import pytest

from archlint.model.code.testing.mirrors import Mirrors
from archlint.model.code.testing.scope import is_of_all, is_of_more
from archlint.model.facts.suites import Kind, Routine, Suite
from tests.building import LAYERS, module

FILES = (
    "shop/domain/order.py",
    "shop/domain/prices/rates.py",
    "shop/use_cases/pay.py",
    "shop/use_cases/common/clock.py",
    "shop/adapters/bank.py",
    "shop/adapters/common/retry.py",
    "shop/main.py",
)


def mirrored(path: str) -> str | None:
    homes = {"domain": LAYERS[0], "use_cases": LAYERS[1], "adapters": LAYERS[2]}
    modules = [module(file) for file in FILES]
    mirrors = Mirrors(modules, lambda name: homes.get(name.split(".")[1]))
    found = mirrors.of(module(path))
    return found.name if found else None


@pytest.mark.parametrize(
    "path",
    [
        "tests/test_order.py",
        "tests/shop/test_order.py",
        "tests/adapters/test_order.py",
        "tests/unit/test_bank.py",
        "tests/common/test_clocks.py",
        "tests/unit/test_nothing.py",
        "tests/order/test_order.py",
    ],
)
def test_a_path_that_repeats_no_part_of_the_core_says_nothing(path: str) -> None:
    assert mirrored(path) is None


@pytest.mark.parametrize(
    ("path", "layer"),
    [
        ("tests/domain/test_anything.py", "domain"),
        ("tests/unit/domain/prices/test_rates.py", "domain"),
        ("tests/shop/use_cases/pay_test.py", "use cases"),
        ("shop/use_cases/tests/test_pay.py", "use cases"),
        ("tests/unit/test_order.py", "domain"),
        ("tests/common/test_clock.py", "use cases"),
        ("tests/Domain/test_order.py", "domain"),
    ],
)
def test_the_file_decides_else_the_deepest_folder_that_is_known(path: str, layer: str) -> None:
    assert mirrored(path) == layer


@pytest.mark.parametrize(
    "path",
    [
        "tests/domain/test_order.py",
        "tests/contract_law/test_contract.py",
        "tests/domain/test_load.py",
        "tests/dbase/test_interview.py",
    ],
)
def test_other_words_leave_a_file_about_the_core(path: str) -> None:
    assert not is_of_more(module(path), Suite())


@pytest.mark.parametrize(
    "path",
    [
        "tests/integration/domain/test_order.py",
        "tests/e2e/test_order.py",
        "tests/end_to_end/test_order.py",
        "tests/domain/test_order_integration.py",
        "integration_tests/test_order.py",
        "tests/domain/test_order_repository.py",
        "tests/api/test_order.py",
    ],
)
def test_a_name_may_say_that_more_is_tried(path: str) -> None:
    assert is_of_more(module(path), Suite())


def test_a_marker_may_say_so_for_a_file_or_for_a_test() -> None:
    blue = Routine("test_blue", 1, kind=Kind.TEST, markers=("requires_docker",))

    assert is_of_more(module("tests/test_blue.py"), Suite(markers=("integration",)))
    assert is_of_all(blue)


def test_the_database_of_django_is_no_such_marker() -> None:
    assert not is_of_all(Routine("test_blue", 1, kind=Kind.TEST, markers=("django_db",)))
