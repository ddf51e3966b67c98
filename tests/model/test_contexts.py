import pytest

from archlint.model.architecture.contexts import Contexts, Residence
from archlint.model.architecture.faces import Face
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.code.contexts.residents import Residents
from tests.building import codebase

LAYERS = (
    Layer("kernel", 0, Role.SHARED, (Pattern("shop.{context}.ids"),)),
    Layer("domain", 0, Role.DOMAIN, (Pattern("shop.{context}.domain"), Pattern("shop.kernel"))),
    Layer("main", 1, Role.COMPOSITION, (Pattern("shop.{context}.main"),)),
)


def residents(*paths: str) -> Residents:
    read = codebase(dict.fromkeys(paths, ""), LAYERS)
    return Residents(read.modules, read.memberships)


@pytest.mark.parametrize(
    "path",
    [
        "shop/__init__.py",
        "shop/kernel/money.py",
        "shop/orders/ids.py",
        "shop/orders/main.py",
        "shop/stray/thing.py",
    ],
)
def test_some_modules_belong_to_all_contexts(path: str) -> None:
    found = residents(path, "shop/orders/domain/order.py")

    assert found.residence(path.removesuffix(".py").replace("/", ".")) is None


def test_a_module_lies_in_the_context_that_its_pattern_captures() -> None:
    found = residents("shop/orders/domain/order.py")

    assert found.residence("shop.orders.domain.order") == Residence("orders", ("domain", "order"))


def test_a_module_of_no_layer_lies_in_the_context_around_it() -> None:
    found = residents("shop/orders/__init__.py", "shop/orders/domain/order.py", "shop/orders/x.py")

    assert found.residence("shop.orders") == Residence("orders", (), is_package=True)
    assert found.residence("shop.orders.x") == Residence("orders", ("x",))


@pytest.mark.parametrize("below", ["domain", "domain.order", "internal.api", "eventful"])
def test_what_a_context_does_not_name_is_its_own(below: str) -> None:
    assert not Contexts().publishes(Residence("orders", tuple(below.split("."))))


@pytest.mark.parametrize("below", ["api", "api.v1", "events", "domain.events", "x.domain_events.y"])
def test_a_face_and_events_are_published(below: str) -> None:
    assert Contexts().publishes(Residence("orders", tuple(below.split("."))))


def test_a_package_shows_its_own_init_and_a_module_nothing_by_itself() -> None:
    assert Face(()).shows((), is_package=True)
    assert not Face(("api",)).shows((), is_package=False)


def test_a_face_is_described_by_its_names() -> None:
    assert Face(("api", "**.*events")).described == "api, events or its own __init__"
    assert Face(()).described == "its own __init__"
