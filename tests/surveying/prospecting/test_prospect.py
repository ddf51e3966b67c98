"""Layers, found by what modules import and define where their names say nothing."""

from archlint.model.architecture.layers import Role
from archlint.surveying.prospecting.prospect import NOTHING
from tests.surveying.prospecting.programs import layer, patterns, prospected, roles

DOMAIN = layer(Role.DOMAIN, "shop.domain")
USE_CASES = layer(Role.APPLICATION, "shop.use_cases")
ROUTES = layer(Role.CONTROLLERS, "shop.routes")
STORE = layer(Role.PERSISTENCE, "shop.db")

SHOP = {
    "shop/domain/order.py": "class Order: ...\n",
    "shop/use_cases/pay.py": "from shop.domain.order import Order\n",
    "shop/routes/orders.py": "from shop.use_cases import pay\nimport fastapi\n",
    "shop/db/orders.py": "from shop.domain.order import Order\nimport sqlalchemy\n",
}
NAMED = (DOMAIN, USE_CASES, ROUTES, STORE)


def role_of(module: str, more: dict[str, str]) -> str:
    files = {**SHOP, **more}
    return roles(prospected(files, *NAMED), files)[module]


def test_flat_scripts_have_no_layers() -> None:
    files = {
        "fetch.py": "import requests\nimport text\n",
        "store.py": "import sqlalchemy\nimport text\n",
        "text.py": "def clean(): ...\n",
    }

    assert prospected(files, technical=True) is NOTHING


def test_a_library_without_an_outside_has_no_layers() -> None:
    files = {
        "text/words/split.py": "import re\n",
        "text/lines/wrap.py": "from text.words import split\nimport textwrap\n",
        "text/api.py": "from text.lines import wrap\n",
    }

    assert prospected(files, technical=True) is NOTHING


def test_usual_names_in_a_library_that_nobody_talks_to_are_no_layers() -> None:
    files = {
        "calls/api.py": "from calls import models\n",
        "calls/models.py": "import urllib3\n",
        "calls/text/split.py": "import re\n",
    }
    named = (layer(Role.DOMAIN, "calls.models"), layer(Role.CONTROLLERS, "calls.api"))

    assert prospected(files, *named, technical=True, sure=False) is NOTHING


def test_a_module_that_nothing_speaks_for_stays_out() -> None:
    assert role_of("shop.odd", {"shop/odd.py": "def odd(): ...\n"}) == ""


def test_a_blank_module_is_not_placed() -> None:
    assert role_of("shop.thing", {"shop/thing/__init__.py": ""}) == ""


def test_a_module_called_by_the_core_that_knows_outer_ones_is_not_the_core() -> None:
    more = {
        "shop/odd.py": "from shop.db import orders\n",
        "shop/use_cases/ship.py": "from shop import odd\n",
    }

    assert role_of("shop.odd", more) == ""


def test_a_module_of_use_to_others_that_knows_the_web_is_no_controller() -> None:
    more = {
        "shop/net.py": "import fastapi\n",
        "shop/use_cases/ship.py": "from shop import net\n",
    }

    assert role_of("shop.net", more) == ""


def test_a_router_is_a_controller() -> None:
    code = "import fastapi\n\nrouter = fastapi.APIRouter()\n"

    assert role_of("shop.carts", {"shop/carts.py": code}) == "controllers"


def test_a_view_is_a_controller_through_a_base_of_the_project() -> None:
    more = {
        "shop/base.py": "from rest_framework.views import APIView\nclass View(APIView): ...\n",
        "shop/carts.py": "from shop.base import View\nclass Carts(View): ...\n",
    }

    assert role_of("shop.carts", more) == "controllers"


def test_a_declarative_model_is_persistence() -> None:
    more = {
        "shop/base.py": "from sqlalchemy.orm import DeclarativeBase\n"
        "class Base(DeclarativeBase): ...\n",
        "shop/rows.py": "from shop.base import Base\nclass Row(Base): ...\n",
    }

    assert role_of("shop.rows", more) == "persistence"


def test_a_declarative_model_under_technical_layers_is_the_domain() -> None:
    files = {
        **SHOP,
        "shop/rows.py": "from peewee import Model\nclass Row(Model): ...\n",
    }

    found = prospected(files, ROUTES, STORE, technical=True)

    assert roles(found, files)["shop.rows"] == "domain"


def test_what_knows_no_framework_and_serves_the_domain_belongs_to_it() -> None:
    more = {
        "shop/errors.py": "class Failed(Exception): ...\n",
        "shop/domain/cart.py": "from shop.errors import Failed\n",
    }

    assert role_of("shop.errors", more) == "domain"


def test_what_serves_use_cases_alone_belongs_to_them() -> None:
    more = {
        "shop/dtos.py": "from shop.domain.order import Order\nclass Paid: ...\n",
        "shop/use_cases/bill.py": "from shop.dtos import Paid\n",
    }

    assert role_of("shop.dtos", more) == "application"


def test_what_is_for_everybody_is_shared() -> None:
    more = {
        "shop/utils.py": "def clean(): ...\n",
        "shop/domain/cart.py": "from shop import utils\n",
        "shop/db/carts.py": "from shop import utils\n",
    }

    assert role_of("shop.utils", more) == "shared"


def test_services_that_controllers_call_are_use_cases_whatever_they_import() -> None:
    more = {
        "shop/services/bills.py": "import sqlalchemy\nfrom shop.db import orders\n",
        "shop/routes/bills.py": "from shop.services import bills\n",
    }

    assert role_of("shop.services.bills", more) == "application"


def test_a_client_of_others_is_infrastructure() -> None:
    assert role_of("shop.mailing", {"shop/mailing.py": "import boto3\n"}) == "infrastructure"


def test_what_creates_the_program_is_the_composition_root() -> None:
    code = "from fastapi import FastAPI\nfrom shop.routes import orders\napp = FastAPI()\n"

    assert role_of("shop.start", {"shop/start.py": code}) == "composition"


def test_what_reads_the_settings_is_the_composition_root() -> None:
    code = "from pydantic_settings import BaseSettings\nclass All(BaseSettings): ...\n"

    assert role_of("shop.conf", {"shop/conf.py": code}) == "composition"


def test_a_folder_of_one_opinion_becomes_one_pattern() -> None:
    client = "import httpx\n"
    files = {**SHOP, **{f"shop/clients/{name}.py": client for name in ("bank", "post", "tax")}}

    found = prospected(files, *NAMED)

    assert patterns(found)["infrastructure"] == ["shop.clients"]


def test_a_folder_of_two_opinions_is_told_in_parts() -> None:
    files = {
        **SHOP,
        "shop/things/bank.py": "import httpx\n",
        "shop/things/rows.py": "import sqlalchemy\n",
    }

    found = prospected(files, *NAMED)

    assert patterns(found)["infrastructure"] == ["shop.things.bank"]
    assert "shop.things.rows" in patterns(found)["persistence"]


def test_a_folder_that_is_most_of_the_program_is_no_layer() -> None:
    views = {f"site/{name}.py": "import flask\n" for name in "abcdefgh"}
    files = {**views, "site/models/a.py": "from peewee import Model\nclass A(Model): ...\n",
             "run.py": "from site import a\n"}  # fmt: skip

    found = prospected(files, technical=True)

    assert "site" not in patterns(found).get("controllers", [])


def test_contexts_become_one_pattern() -> None:
    parts = ("sales", "stock")
    files = {f"{part}/{name}/x.py": "x = 1\n" for part in parts for name in ("domain", "web")}
    domain = layer(Role.DOMAIN, "sales.domain", "stock.domain")
    web = layer(Role.CONTROLLERS, "sales.web", "stock.web")

    found = prospected(files, domain, web)

    assert patterns(found) == {"domain": ["{context}.domain"], "controllers": ["{context}.web"]}


def test_a_program_of_one_context_has_none() -> None:
    files = {f"sales/{layer}/x.py": "x = 1\n" for layer in ("domain", "web")}

    found = prospected(
        files, layer(Role.DOMAIN, "sales.domain"), layer(Role.CONTROLLERS, "sales.web")
    )

    assert patterns(found) == {"domain": ["sales.domain"], "controllers": ["sales.web"]}


def test_contexts_are_found_beside_a_module_that_is_like_no_other() -> None:
    parts = ("sales", "stock")
    files = {f"{part}/{name}/x.py": "x = 1\n" for part in parts for name in ("domain", "web")}
    more = {"sales/mail.py": "import boto3\n", "stock/mail.py": "import sqlalchemy\n"}
    domain = layer(Role.DOMAIN, "sales.domain", "stock.domain")
    web = layer(Role.CONTROLLERS, "sales.web", "stock.web")

    found = prospected({**files, **more}, domain, web)

    assert patterns(found) == {
        "domain": ["{context}.domain"],
        "controllers": ["{context}.web"],
        "infrastructure": ["sales.mail"],
        "persistence": ["stock.mail"],
    }


def test_a_wildcard_never_moves_a_module() -> None:
    files = {
        **{f"{part}/{name}/x.py": "x = 1\n" for part in ("a", "b") for name in ("domain", "web")},
        "c/domain/x.py": "x = 1\n",
    }
    domain = layer(Role.DOMAIN, "a.domain", "b.domain")
    web = layer(Role.CONTROLLERS, "a.web", "b.web", "c.domain")

    found = prospected(files, domain, web)

    assert roles(found, files)["c.domain.x"] == "controllers"
    assert roles(found, files)["a.domain.x"] == "domain"


def test_technical_layers_are_ordered_by_the_fewest_imports_outward() -> None:
    services = layer(Role.APPLICATION, "app.services")
    store = layer(Role.PERSISTENCE, "app.repositories")
    upper = {"app/repositories/a.py": "x = 1\n", "app/services/a.py": "import app.repositories.a\n"}
    lower = {"app/services/a.py": "x = 1\n", "app/repositories/a.py": "import app.services.a\n"}

    orders = [
        [each.name for each in prospected(files, services, store, technical=True).layers]
        for files in (upper, lower)
    ]

    assert orders == [["persistence", "application"], ["application", "persistence"]]


def test_imports_against_the_order_are_counted() -> None:
    files = {**SHOP, "shop/domain/cart.py": "from shop.db import orders\n"}

    found = prospected(files, *NAMED)

    assert (found.imports, found.outward) == (4, 1)


def test_a_named_core_that_is_full_of_frameworks_is_less_sure() -> None:
    files = {"shop/domain/a.py": "import flask\n", "shop/routes/b.py": "import flask\n"}

    found = prospected(files, DOMAIN, ROUTES)

    told = {each.pattern.text: each.opinion for each in found.assignments}
    assert told["shop.domain"].certainty == "medium"
    assert told["shop.domain"].why == ("by the name domain, though 1 of 1 modules know frameworks")
    assert told["shop.routes"].certainty == "high"


def test_of_many_modules_that_lie_about_only_some_are_listed() -> None:
    odd = {f"shop/x{number}/a{number}.py": "import boto3\n" for number in range(30)}
    files = {**SHOP, **odd, **{f"shop/x{number}/b.py": "" for number in range(30)}}

    found = prospected(files, *NAMED)

    assert len(patterns(found)["infrastructure"]) == 15
