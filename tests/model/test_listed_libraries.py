import pytest

from archlint.model.architecture.layers import Layer, Role
from archlint.model.catalog import Catalog, Library, Policy
from archlint.model.code.frameworks.policies import Frameworks

LIBRARIES = (
    Library("PIL", "ml", "pillow", Policy.DENY, Policy.DENY),
    Library("yaml", "serialization", "PyYAML", Policy.DENY, Policy.WARN),
    Library("ruamel.yaml", "serialization", "ruamel.yaml", Policy.DENY, Policy.WARN),
    Library("sqlite3", "db-driver", "-stdlib-", Policy.DENY, Policy.DENY),
)
CATALOG = Catalog({library.name: library for library in LIBRARIES})


def domain(*names: str) -> Layer:
    return Layer("domain", 0, Role.DOMAIN, allowed_libraries=names)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("PIL.Image", "Pillow"),
        ("PIL", "pil"),
        ("yaml.load", "pyyaml"),
        ("ruamel.yaml.YAML", "ruamel-yaml"),
        ("google.cloud.storage.Client", "google.cloud.storage"),
        ("my_thing.x", "my-thing"),
    ],
)
def test_a_list_names_libraries_in_any_spelling(name: str, listed: str) -> None:
    assert not Frameworks(CATALOG).is_off_list(domain(listed), name)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("PIL.Image", "yaml"),
        ("google.cloud.storage", "google.cloud.storage.client"),
        ("google.cloud.pubsub", "google.cloud.storage"),
        ("attrs_strict", "attrs"),
    ],
)
def test_what_a_list_does_not_name_is_off_it(name: str, listed: str) -> None:
    assert Frameworks(CATALOG).is_off_list(domain(listed), name)


def test_without_a_list_nothing_is_off_it() -> None:
    assert not Frameworks(CATALOG).is_off_list(Layer("domain", 0, Role.DOMAIN), "PIL.Image")


def test_the_standard_library_needs_no_list() -> None:
    assert not Frameworks(CATALOG).is_off_list(domain(), "sqlite3.connect")
    assert Frameworks(CATALOG).imported(domain(), "sqlite3.connect") is Policy.DENY


def test_what_is_listed_is_no_framework_to_the_layer() -> None:
    frameworks = Frameworks(CATALOG)

    assert frameworks.imported(domain("pillow", "sqlite3"), "PIL.Image") is Policy.ALLOW
    assert frameworks.used(domain("pillow", "sqlite3"), "sqlite3.Row") is Policy.ALLOW
    assert frameworks.imported(Layer("domain", 0, Role.DOMAIN), "PIL.Image") is Policy.DENY


def test_a_kind_is_judged_by_one_word_and_a_library_by_its_own() -> None:
    overrides = {"serialization": Policy.ALLOW, "ruamel.yaml": Policy.DENY}
    frameworks = Frameworks(Catalog(CATALOG.libraries, overrides))
    layer = Layer("domain", 0, Role.DOMAIN)

    assert frameworks.imported(layer, "yaml.load") is Policy.ALLOW
    assert frameworks.imported(layer, "ruamel.yaml.YAML") is Policy.DENY
