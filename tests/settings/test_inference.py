from pathlib import Path

import pytest

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Role
from archlint.settings.inference import infer, settled
from archlint.settings.loading import parse
from archlint.settings.mistakes import SettingsError
from archlint.settings.project import ProjectSettings
from archlint.settings.styles import Style
from tests.settings.programs import modules, outlines

HERE = Path("/project")


def inferred(paths: str, sources: dict[str, str] | None = None) -> ProjectSettings | None:
    return infer(HERE, modules(paths), outlines(sources or {}))


@pytest.mark.parametrize(
    "paths",
    [
        "",
        "setup.py text/{a,b,c}.py",
        "tool/{core,models,services,common}/x.py",
        "tool/{utils,api,cli}.py",
        "device/ports/{serial,usb}.py device/api.py",
        "shop/domain/{order,line}.py",
        "shop/{adapters,infrastructure}/x.py",
        "lib/{services,models}.py lib/{a,b,c,d}/x.py",
    ],
)
def test_what_is_not_plainly_layered_is_left_alone(paths: str) -> None:
    assert inferred(paths) is None


def test_a_few_words_in_a_large_program_are_no_architecture() -> None:
    many = " ".join(f"lib/part{number}.py" for number in range(40))

    assert inferred(f"lib/x/{{models,services,routes}}.py {many}") is None


@pytest.mark.parametrize(
    ("paths", "style"),
    [
        ("shop/{domain,use_cases,adapters}/x.py", Style.CLEAN),
        ("shop/core/{entities,interactors}/x.py shop/api.py", Style.CLEAN),
        ("shop/{domain,ports,adapters}/x.py", Style.HEXAGONAL),
        ("shop/{domain,application,infrastructure}/x.py", Style.ONION),
        ("{sales,stock}/{domain,application,infrastructure}/x.py", Style.DDD),
        ("{routers,services,repositories,models}/x.py", Style.LAYERED),
        ("app/{main,models,crud}.py app/api/routes/x.py", Style.LAYERED),
    ],
)
def test_the_style_is_known_by_its_words(paths: str, style: Style) -> None:
    settings = inferred(paths)

    assert settings is not None
    assert settings.style is style


def test_the_assumption_is_one_line_that_names_the_folders() -> None:
    settings = inferred("shop/{domain,use_cases,adapters}/x.py shop/main.py")

    assert settings is not None
    assert settings.assumption == (
        "no settings found: assumed style clean (domain: shop.domain; application: shop.use_cases;"
        " adapters: shop.adapters; composition: shop.main)"
    )


def test_many_folders_of_a_layer_are_counted() -> None:
    settings = inferred("{a,b,c}/{domain,application}/x.py")

    assert settings is not None
    assert "domain: a.domain, b.domain and 1 more" in settings.assumption


DJANGO = {"shop.models": "from django.db import models", "shop.views": "import django.http"}


def test_django_projects_are_known_by_what_they_import() -> None:
    settings = inferred("manage.py shop/{models,views}.py", DJANGO)

    assert settings is not None
    assert settings.style is Style.DJANGO
    assert settings.architecture.domain_model is DomainModel.ACTIVE_RECORD


def test_a_domain_beside_django_stays_rich() -> None:
    paths = "manage.py shop/{models,views}.py shop/{domain,application,infra}/x.py"
    settings = inferred(paths, DJANGO)

    assert settings is not None
    assert settings.style is Style.ONION
    assert settings.architecture.domain_model is DomainModel.RICH


def test_models_under_technical_layers_are_records_only_if_they_are_tables() -> None:
    paths = "app/{models,services,routers}/order.py"
    tables = inferred(paths, {"app.models.order": "from sqlalchemy.orm import Mapped"})
    plain = inferred(paths, {"app.models.order": "from dataclasses import dataclass"})

    assert tables is not None
    assert tables.architecture.domain_model is DomainModel.ACTIVE_RECORD
    assert plain is not None
    assert plain.architecture.domain_model is DomainModel.RICH


CONTAINER = "shop/{domain,application,api}/x.py shop/{container,main}.py"


def roots(settings: ProjectSettings | None) -> list[str]:
    assert settings is not None
    layers = settings.architecture.layers
    return [p.text for x in layers if x.role is Role.COMPOSITION for p in x.patterns]


def test_layers_of_the_settings_are_not_touched() -> None:
    text = '[[layers]]\nname = "core"\nmodules = ["shop.domain"]\n'
    stated = parse(text, HERE / "archlint.toml", {})

    assert settled(stated, modules("shop/{domain,use_cases}/x.py"), {}) is stated


def test_a_stated_style_finds_its_layers_without_an_assumption() -> None:
    stated = parse('style = "clean"', HERE / "archlint.toml", {})
    settings = settled(stated, modules("shop/{domain,use_cases}/x.py"), {})

    assert settings is not None
    assert [layer.name for layer in settings.architecture.layers] == ["domain", "application"]
    assert settings.assumption == ""


def test_settings_without_layers_keep_what_they_say() -> None:
    stated = parse('domain-model = "functional"', HERE / "archlint.toml", {})
    settings = settled(stated, modules("app/{models,services,routers}/x.py"), {})

    assert settings is not None
    assert settings.architecture.domain_model is DomainModel.FUNCTIONAL
    assert settings.assumption.startswith("no layers found: assumed style layered")


def test_a_stated_style_that_finds_nothing_is_a_mistake() -> None:
    stated = parse('\nstyle = "clean"', HERE / "archlint.toml", {})

    with pytest.raises(SettingsError, match=r"archlint\.toml:2:9: style clean finds no folder"):
        settled(stated, modules("shop/text.py"), {})
