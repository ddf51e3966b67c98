import csv
from dataclasses import replace
from importlib.resources import files

import pytest

from archlint.model.architecture.layers import Role
from archlint.model.catalog import Policy
from archlint.settings.catalog import shipped_catalog


@pytest.mark.parametrize(
    "name",
    ["dataclasses", "typing", "datetime", "decimal", "http", "some_library", "djangoish", "urllib"],
)
def test_what_is_not_listed_is_not_known(name: str) -> None:
    assert shipped_catalog().find(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "os.path.join",
        "pathlib.PurePath",
        "urllib.parse.quote",
        "attrs.define",
        "returns.result.Result",
        "email_validator",
        "geopy.distance.geodesic",
    ],
)
def test_pure_parts_are_allowed_in_the_domain(name: str) -> None:
    assert shipped_catalog().policy(name, Role.DOMAIN) is Policy.ALLOW


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("django.shortcuts.render", "web"),
        ("django.http.HttpRequest", "web"),
        ("django.db.models.Model", "orm"),
        ("django.core.exceptions.ValidationError", "validation"),
        ("django.core.exceptions.ObjectDoesNotExist", "orm"),
        ("django.core.exceptions.PermissionDenied", "web"),
        ("django.conf.settings", "settings"),
        ("aiohttp.ClientSession", "http-client"),
        ("aiohttp.web.Application", "web"),
        ("http.client.HTTPConnection", "http-client"),
        ("http.HTTPStatus", "web"),
        ("google.cloud.storage.Client", "cloud"),
        ("google.protobuf.message", "rpc"),
        ("sqlalchemy.orm.Session", "orm"),
        ("os.path.exists", "io"),
        ("os.getenv", "io"),
        ("pathlib.Path", "io"),
        ("pydantic.BaseModel", "validation"),
        ("pydantic.BaseSettings", "settings"),
        ("sqlite3", "db-driver"),
    ],
)
def test_the_longest_name_decides_the_kind(name: str, kind: str) -> None:
    library = shipped_catalog().find(name)

    assert library is not None
    assert library.kind == kind


@pytest.mark.parametrize(
    ("name", "in_domain", "in_application"),
    [
        ("http.HTTPStatus", Policy.WARN, Policy.ALLOW),
        ("http.client", Policy.DENY, Policy.DENY),
        ("pydantic", Policy.WARN, Policy.ALLOW),
        ("logging", Policy.WARN, Policy.ALLOW),
        ("fastapi", Policy.DENY, Policy.DENY),
        ("marshmallow", Policy.DENY, Policy.WARN),
    ],
)
def test_policies_soften_outwards(name: str, in_domain: Policy, in_application: Policy) -> None:
    catalog = shipped_catalog()

    assert catalog.policy(name, Role.DOMAIN) is in_domain
    assert catalog.policy(name, Role.APPLICATION) is in_application
    assert catalog.policy(name, Role.ADAPTERS) is Policy.ALLOW


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("requests.get", ""),
        ("google.cloud.storage", ""),
        ("frobnicate", ""),
        ("google.ads.googleads", "google.ads"),
        ("google", ""),
        ("grumble.deep.down", "grumble"),
    ],
)
def test_a_package_is_unknown_that_nobody_has_judged(name: str, package: str) -> None:
    catalog = replace(shipped_catalog(), overrides={"frobnicate": Policy.ALLOW})

    assert catalog.unknown_package(name) == package


def test_a_word_for_a_kind_is_no_word_for_a_module_of_that_name() -> None:
    catalog = replace(shipped_catalog(), overrides={"queue": Policy.DENY})

    assert catalog.find("queue.Queue") is None
    assert catalog.policy("queue.Queue", Role.DOMAIN) is None
    assert catalog.policy("croniter", Role.DOMAIN) is Policy.DENY


def test_a_part_is_judged_before_the_whole_and_the_whole_before_its_kind() -> None:
    words = {
        "google.cloud.storage": Policy.ALLOW,
        "google.cloud": Policy.WARN,
        "cloud": Policy.DENY,
    }
    catalog = replace(shipped_catalog(), overrides=words)

    assert catalog.policy("google.cloud.storage.Client", Role.DOMAIN) is Policy.ALLOW
    assert catalog.policy("google.cloud.pubsub", Role.DOMAIN) is Policy.WARN
    assert catalog.policy("boto3", Role.DOMAIN) is Policy.DENY


def test_a_library_that_only_the_settings_name_is_a_library() -> None:
    catalog = replace(shipped_catalog(), overrides={"acme.payments": Policy.DENY})

    library = catalog.find("acme.payments.gateway.Gateway")

    assert library is not None
    assert library.name == "acme.payments"
    assert catalog.find("acme.orders") is None


def test_packages_of_a_family_are_told_by_their_own_names() -> None:
    stubs = shipped_catalog().find("mypy_boto3_s3.client.S3Client")

    assert stubs is not None
    assert (stubs.name, stubs.kind) == ("mypy_boto3_s3", "cloud")


def test_parts_of_the_standard_library_have_no_distribution() -> None:
    sqlite = shipped_catalog().find("sqlite3")
    requests = shipped_catalog().find("requests")

    assert sqlite is not None
    assert sqlite.is_stdlib
    assert requests is not None
    assert not requests.is_stdlib


def test_every_row_is_whole_and_stands_once() -> None:
    text = files("archlint.settings").joinpath("framework_catalog.tsv").read_text("utf-8")
    header, *rows = csv.reader(text.splitlines(), delimiter="\t")

    assert header == [
        "kind",
        "import_name",
        "distribution",
        "domain_policy",
        "usecase_policy",
        "note",
    ]
    assert all(len(row) == len(header) and all(row[:5]) for row in rows)
    assert len({row[1] for row in rows}) == len(rows)
