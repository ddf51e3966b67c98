"""What the settings say in vain."""

from dataclasses import replace

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.architecture import Architecture
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.catalog import Catalog, Policy
from archlint.model.codebase import Codebase
from archlint.model.place import Place
from archlint.surveying.unused import UnusedKind, survey_unused
from tests.building import LAYERS, codebase

FILES = {
    "shop/domain/order.py": "import attrs\nclass Order: ...\n",
    "shop/adapters/web.py": (
        "from shop.domain.order import Order\n"
        "from shop.own import endpoint, View\n"
        "@endpoint\n"
        "def orders(): ...\n"
        "class Orders(View): ...\n"
    ),
    "shop/own.py": "def endpoint(f): ...\nclass View: ...\n",
}
PLACE = Place("archlint.toml", 3)


def base_with(architecture: Architecture, catalog: Catalog | None = None) -> Codebase:
    base = codebase(FILES, architecture.layers, catalog)
    return replace(base, architecture=architecture)


def unused(base: Codebase) -> list[tuple[str, str]]:
    found = survey_unused(base, ())
    return [(each.kind, each.what) for each in found if each.kind is not UnusedKind.DIRECTION]


def test_what_is_used_is_not_told() -> None:
    architecture = Architecture(
        LAYERS,
        roles={"entity": ("shop.domain.**:Order",)},
        controller_decorators=("shop.own.endpoint",),
        controller_bases=("shop.own.View",),
    )

    assert unused(base_with(architecture, Catalog(overrides={"attrs": Policy.ALLOW}))) == []


def test_names_that_match_nothing_are_told() -> None:
    architecture = Architecture(
        LAYERS,
        roles={"entity": ("shop.domain.**:Cart",)},
        controller_decorators=("shop.own.task",),
        controller_bases=("Resource",),
    )

    assert unused(base_with(architecture, Catalog(overrides={"redis": Policy.DENY}))) == [
        ("library", "redis"),
        ("role", "shop.domain.**:Cart"),
        ("decorator", "shop.own.task"),
        ("base", "Resource"),
    ]


def test_a_pattern_that_others_always_beat_is_told_with_the_reason() -> None:
    patterns = (Pattern("shop.domain"), Pattern("shop.do*"), Pattern("shop.core"))
    layer = Layer("domain", 0, Role.DOMAIN, patterns, declared=PLACE)

    found = survey_unused(base_with(Architecture((layer,))), ())

    assert [(each.what, each.why, each.place) for each in found] == [
        ("shop.do*", "of domain: a more specific pattern takes each of its modules", PLACE),
        ("shop.core", "of domain: matches no module", PLACE),
    ]


def test_a_listed_library_that_the_layer_does_not_import_is_told() -> None:
    layer = replace(LAYERS[0], allowed_libraries=("attrs", "pydantic"))

    assert unused(base_with(Architecture((layer,)))) == [("allowed-library", "pydantic")]


def test_an_allowance_that_no_finding_needs_is_told() -> None:
    allowance = Allowance(rule="outward-import", because="so", declared=PLACE)

    assert unused(base_with(Architecture(LAYERS, allowances=(allowance,)))) == [
        ("allowance", "outward-import")
    ]


def test_a_permission_that_no_import_uses_is_told_and_a_forbidden_way_is_not() -> None:
    files = {**FILES, "shop/use_cases/pay.py": "import shop.domain.order\n"}

    found = survey_unused(codebase(files), ())

    assert [each.what for each in found] == ["adapters -> use cases"]


def test_a_way_past_a_closed_layer_is_no_permission() -> None:
    domain, use_cases, adapters = LAYERS
    layers = (domain, replace(use_cases, closed=True), adapters)
    files = {
        "shop/domain/a.py": "",
        "shop/use_cases/b.py": "import shop.domain.a\n",
        "shop/adapters/c.py": "import shop.use_cases.b\n",
    }

    assert survey_unused(codebase(files, layers), ()) == ()
