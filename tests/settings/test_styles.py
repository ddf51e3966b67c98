import pytest

from archlint.settings.catalog import shipped_catalog
from archlint.settings.styles import Style, fit
from archlint.surveying.prospecting.signs import Signs
from tests.settings.programs import modules, outlines, roles


def role_of(path: str, program: str, style: Style = Style.CLEAN) -> str:
    known = modules(f"{program} {path}")
    return roles(fit(style, known), known)[known[-1].name]


SHOP = "main.py shop/domain/order.py shop/use_cases/pay.py shop/adapters/db.py"


@pytest.mark.parametrize(
    "path",
    [
        "shop/core/clock.py",
        "shop/common/text.py",
        "shop/shared/ids.py",
        "shop/interfaces/mail.py",
        "shop/models/order.py",
        "shop/config.py",
        "shop/domain_events/order.py",
        "shop/protocols/repository.py",
        "shop/contracts/gateways.py",
        "shop/events/handlers/domain/orders.py",
        "shop/management/commands/domain.py",
        "shop/exceptions/infrastructure.py",
    ],
)
def test_an_ambiguous_word_does_not_decide(path: str) -> None:
    assert role_of(path, SHOP) == ""


def test_a_folder_that_holds_everything_says_nothing() -> None:
    assert role_of("adapters/text.py", "adapters/domain/order.py adapters/web/api.py") == ""


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("application/domain/x.py", "domain"),
        ("domain/use_cases/x.py", "application"),
        ("domain/orders/use_cases.py", "application"),
        ("contexts/event/domain/y.py", "domain"),
        ("contexts/entity/application/y.py", "application"),
        ("orders/domain.py", "domain"),
        ("core/usecases/pay.py", "application"),
        ("core/entities/order.py", "domain"),
        ("application/entities/order.py", "domain"),
        ("application/ports/mail.py", "application"),
        ("domain/ports/mail.py", "domain"),
        ("domain/repositories/orders.py", "domain"),
        ("domain/services/persistence/orders.py", "domain"),
        ("domain/models/order.py", "domain"),
        ("app/Infrastructure/x.py", "infrastructure"),
        ("app/infraestructure/x.py", "infrastructure"),
        ("infra/db/models/order.py", "infrastructure"),
        ("infra/persistence/entities/order.py", "persistence"),
        ("infra/api/dependencies/usecases/pay.py", "infrastructure"),
        ("infra/api/routers/pay.py", "controllers"),
        ("adapters/repositories/domain.py", "adapters"),
        ("presentation/routers/application.py", "controllers"),
        ("application/controllers/pay.py", "controllers"),
        ("application/servicers/pay.py", "controllers"),
        ("api/routers/application.py", "controllers"),
        ("main/ioc/adapters.py", "composition"),
        ("app/adapters/ui/wiring/x.py", "adapters"),
        ("app/bootstrap.py", "composition"),
        ("app/launchers/api.py", "composition"),
    ],
)
def test_the_deepest_layer_word_decides(path: str, role: str) -> None:
    assert role_of(path, "setup.py pkg/x.py") == role


def test_a_layer_word_that_names_a_program_is_no_layer() -> None:
    program = "setup.py api/domain/order.py api/text.py"

    assert role_of("api/routers/orders.py", program) == "controllers"
    assert role_of("api/text.py", program) == ""


def test_services_are_use_cases_beside_a_domain_that_has_no_others() -> None:
    assert role_of("shop/services/pay.py", "main.py shop/domain/order.py") == "application"
    assert role_of("shop/services/pay.py", f"{SHOP}") == ""


def test_models_are_the_domain_beside_use_cases_without_another_domain() -> None:
    program = "main.py shop/application/pay.py shop/application/domain/order.py"

    assert role_of("shop/models.py", program) == ""
    assert role_of("shop/models/order.py", "main.py shop/use_cases/pay.py") == "domain"


def test_django_knows_the_modules_that_the_framework_names() -> None:
    program = modules(
        "manage.py shop/{wsgi,urls}.py orders/{models,views,admin,apps,services}.py"
        " orders/api/{models,views}.py orders/management/commands/pay.py"
    )

    assert roles(fit(Style.DJANGO, program), program) == {
        "manage": "composition",
        "shop.wsgi": "composition",
        "shop.urls": "controllers",
        "orders.models": "domain",
        "orders.views": "controllers",
        "orders.admin": "controllers",
        "orders.apps": "",
        "orders.services": "application",
        "orders.api.models": "domain",
        "orders.api.views": "controllers",
        "orders.management.commands.pay": "controllers",
    }


def test_technical_layers_let_services_know_repositories() -> None:
    program = modules("main.py {models,repositories,services,routers}/order.py")
    layers = {layer.name: layer for layer in fit(Style.LAYERED, program)}

    assert layers["application"].may_import(layers["persistence"])
    assert not layers["persistence"].may_import(layers["application"])
    assert layers["controllers"].may_import(layers["application"])
    assert not layers["domain"].may_import(layers["persistence"])


@pytest.mark.parametrize("style", [Style.CLEAN, Style.HEXAGONAL, Style.ONION, Style.DDD])
def test_outer_layers_stand_side_by_side_around_the_application(style: Style) -> None:
    program = modules("main.py a/{domain,application,adapters,infrastructure,api}/x.py")

    rings = {layer.name: layer.ring for layer in fit(style, program)}

    assert rings == {
        "domain": 0,
        "application": 1,
        "adapters": 2,
        "controllers": 2,
        "infrastructure": 2,
        "composition": 3,
    }


def test_the_order_of_the_modules_changes_nothing() -> None:
    program = modules(f"{SHOP} shop/api/routers/orders.py shop/domain/use_cases/x.py")

    assert fit(Style.CLEAN, program) == fit(Style.CLEAN, tuple(reversed(program)))


def role_seen(path: str, sources: dict[str, str]) -> str:
    paths = dict.fromkeys(["main.py", "shop/domain/order.py", *sources, path])
    known = modules(" ".join(paths))
    names = {each.path: each.name for each in known}
    texts = outlines({names[at]: text for at, text in sources.items()})
    layers = fit(Style.CLEAN, known, Signs(known, texts, shipped_catalog()))
    return roles(layers, known)[names[path]]


PORT = "from typing import Protocol\nclass Orders(Protocol): ...\n"


@pytest.mark.parametrize(
    ("path", "text", "role"),
    [
        ("shop/application/ports/outbound/mail.py", "", "application"),
        ("shop/application/ports/inbound/pay.py", "", "application"),
        ("shop/application/ports/adapters/mail.py", "", "adapters"),
        ("shop/core/interfaces/repositories/orders.py", PORT, "application"),
        ("shop/core/interfaces/repositories/orders.py", "class Orders: ...\n", "persistence"),
        ("shop/infrastructure/api/orders.py", "import fastapi\n", "controllers"),
        ("shop/infrastructure/api/orders.py", "import httpx\n", "infrastructure"),
        ("shop/payments/api/cards.py", "import httpx\n", "adapters"),
        ("shop/payments/api/cards.py", "import httpx\nimport fastapi\n", "controllers"),
        ("shop/usecase/pay/api.py", "import fastapi\n", "controllers"),
        ("shop/usecase/pay/api.py", "import re\n", "application"),
    ],
)
def test_what_lies_there_tells_what_a_word_means(path: str, text: str, role: str) -> None:
    assert role_seen(path, {path: text}) == role


def test_routes_below_an_outer_layer_stay_routes_whatever_lies_in_them() -> None:
    routes = {"shop/infra/api/orders.py": "import fastapi\n"}

    assert role_seen("shop/infra/api/dependencies/usecases/pay.py", routes) == "controllers"


def test_services_are_use_cases_beside_what_they_store() -> None:
    assert role_of("shop/services/pay.py", "main.py shop/db/rows.py shop/models/domain/a.py") == (
        "application"
    )
