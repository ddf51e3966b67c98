"""The ways by which the core reaches a framework, each planted in a small program."""

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from archlint.assembly import audit_sources
from archlint.model.finding import Finding

FAMILY = frozenset(
    {
        "framework-import",
        "framework-base",
        "framework-chain",
        "framework-in-signature",
        "framework-exception",
        "entity-is-table",
        "orm-in-port",
        "orm-in-core",
        "unknown-library",
    }
)
ORDER = "shop/domain/order.py"
PAY = "shop/use_cases/pay.py"
HELPER = "shop/common/helper.py"
SCENE = {
    ORDER: "class Order: ...\n",
    PAY: "def pay() -> None: ...\n",
    "shop/adapters/db.py": "class Session: ...\n",
}
SETTINGS = 'style = "clean"\n'


class Told(NamedTuple):
    """What is expected of a finding."""

    rule: str
    path: str
    line: int
    target: str


class Way(NamedTuple):
    """A way to a framework: the files that differ from the scene, and what is told of it."""

    name: str
    files: Mapping[str, str]
    told: tuple[Told, ...]


def found(files: Mapping[str, str], settings: str = SETTINGS) -> list[Finding]:
    findings = audit_sources({**SCENE, **files}, settings).findings
    return [finding for finding in findings if finding.rule in FAMILY]


def imported(line: int, target: str, path: str = ORDER) -> Told:
    return Told("framework-import", path, line, target)


def chained(target: str, path: str = ORDER, line: int = 1) -> Told:
    return Told("framework-chain", path, line, target)


WAYS = (
    Way("plainly", {ORDER: "import requests\n"}, (imported(1, "requests"),)),
    Way("by a submodule", {ORDER: "import sqlalchemy.orm\n"}, (imported(1, "sqlalchemy"),)),
    Way("by an alias", {ORDER: "\nimport requests as r\n"}, (imported(2, "requests"),)),
    Way(
        "inside a function",
        {PAY: "def pay():\n    import boto3\n    boto3.client('s3')\n"},
        (imported(2, "boto3", PAY),),
    ),
    Way(
        "for type checkers",
        {
            ORDER: (
                "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from flask import Flask\n"
            )
        },
        (imported(3, "flask"),),
    ),
    Way(
        "in quotes, without an import",
        {ORDER: "\ndef load(by: 'sqlalchemy.orm.Session | None' = None): ...\n"},
        (imported(2, "sqlalchemy"),),
    ),
    Way(
        "in quotes, where others have to know it",
        {PAY: "def pay(bill: 'fastapi.UploadFile') -> None: ...\n"},
        (imported(1, "fastapi", PAY), Told("framework-in-signature", PAY, 1, "fastapi")),
    ),
    Way(
        "through a package that passes on a module",
        {
            ORDER: "from shop.common import words\n",
            "shop/common/__init__.py": "import sqlalchemy\nfrom shop.other import words\n",
            "shop/other/words.py": "",
        },
        (chained("sqlalchemy"),),
    ),
    Way(
        "where it is installed",
        {ORDER: "try:\n    import redis\nexcept ImportError:\n    redis = None\n"},
        (imported(2, "redis"),),
    ),
    Way(
        "under a condition",
        {ORDER: "import sys\nif sys.platform == 'linux':\n    import celery\n"},
        (imported(3, "celery"),),
    ),
    Way(
        "by its name at run time",
        {ORDER: "from importlib import import_module\nsa = import_module('sqlalchemy')\n"},
        (imported(2, "sqlalchemy"),),
    ),
    Way("with a star", {ORDER: "from peewee import *\n"}, (imported(1, "peewee"),)),
    Way(
        "several times, told once",
        {ORDER: "import sqlalchemy\nfrom sqlalchemy import orm\n"},
        (imported(1, "sqlalchemy"),),
    ),
    Way(
        "by a part of a namespace package",
        {PAY: "from google.cloud import storage\n"},
        (imported(1, "google.cloud", PAY),),
    ),
    Way(
        "by the half of a library that serves",
        {PAY: "from aiohttp import web\n"},
        (imported(1, "aiohttp.web", PAY),),
    ),
    Way(
        "by the part of the standard library that goes out",
        {ORDER: "from urllib import request\n"},
        (imported(1, "urllib.request"),),
    ),
    Way(
        "by the part of a framework that keeps tables",
        {PAY: "from django.db import models\n"},
        (imported(1, "django.db", PAY),),
    ),
    Way(
        "by the stubs of a client",
        {PAY: "from mypy_boto3_s3.client import S3Client\n"},
        (imported(1, "mypy_boto3_s3", PAY),),
    ),
    Way(
        "by a copy that the project keeps",
        {
            ORDER: "from shop._vendor import requests\n",
            "shop/_vendor/requests/__init__.py": "from . import api\n",
            "shop/_vendor/requests/api.py": "import urllib3\n",
        },
        (imported(1, "requests"),),
    ),
    Way(
        "by a copy on a shelf that is named like the people one buys from",
        {
            ORDER: "import shop.vendor.requests.api\n",
            "shop/vendor/requests/__init__.py": "",
            "shop/vendor/requests/api.py": "def get(): ...\n",
        },
        (imported(1, "requests"),),
    ),
    Way(
        "by a name that a helper passes on",
        {
            ORDER: "from shop.common.helper import Client\nclient = Client()\n",
            HELPER: "from httpx import Client\n",
        },
        (imported(1, "httpx"),),
    ),
    Way(
        "by a name that a package passes on from a helper",
        {
            ORDER: "\nfrom shop.common import Client\n",
            "shop/common/__init__.py": "from shop.common.helper import Client\n",
            HELPER: "from httpx import Client\n",
        },
        (imported(2, "httpx"),),
    ),
    Way(
        "by a library that only the settings deny",
        {ORDER: "import frobnicate.deep\n"},
        (imported(1, "frobnicate"),),
    ),
    Way(
        "through a helper",
        {ORDER: "from shop.common.helper import save\n", HELPER: "import sqlalchemy\n"},
        (chained("sqlalchemy"),),
    ),
    Way(
        "through two helpers, the second one lazily",
        {
            PAY: "\nfrom shop.common.helper import save\n",
            HELPER: "from shop.common.other import store\n",
            "shop/common/other.py": "def store():\n    import redis\n    redis.Redis()\n",
        },
        (chained("redis", PAY, 2),),
    ),
    Way(
        "through a package from which a name is taken",
        {
            ORDER: "from shop.common import plural\n",
            "shop/common/__init__.py": (
                "from shop.common.words import plural\nfrom shop.common.helper import save\n"
            ),
            "shop/common/words.py": "def plural(word): ...\n",
            HELPER: "import sqlalchemy\n",
        },
        (chained("sqlalchemy"),),
    ),
    Way(
        "through an object that a helper builds",
        {
            PAY: "from shop.common.helper import app\n\n\ndef pay():\n    app.send_task('pay')\n",
            HELPER: "from celery import Celery\napp = Celery()\n",
        },
        (chained("celery", PAY),),
    ),
    Way(
        "through a decorator of a helper",
        {
            PAY: "from shop.common.helper import atomic\n\n\n@atomic\ndef pay(): ...\n",
            HELPER: "from sqlalchemy import create_engine\n\n\ndef atomic(function): ...\n",
        },
        (chained("sqlalchemy", PAY),),
    ),
    Way(
        "through a helper to two libraries, told once",
        {
            ORDER: "from shop.common.helper import save\n",
            HELPER: "import sqlalchemy\nimport boto3\n",
        },
        (chained("boto3, sqlalchemy"),),
    ),
    Way(
        "by a base class of a helper",
        {
            ORDER: "from shop.common.helper import Record\n\n\nclass Order(Record): ...\n",
            HELPER: "from rest_framework.views import APIView\n\n\nclass Record(APIView): ...\n",
        },
        (Told("framework-base", ORDER, 4, "rest_framework"),),
    ),
    Way(
        "by a mixin of a helper that makes it a table",
        {
            ORDER: (
                "from shop.common.helper import Base\n\n\n"
                "class Order(Base):\n    __tablename__ = 'orders'\n"
            ),
            HELPER: (
                "from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase): ...\n"
            ),
        },
        (Told("entity-is-table", ORDER, 4, "SQLAlchemy"),),
    ),
    Way(
        "by a metaclass of a helper",
        {
            ORDER: "from shop.common.helper import Meta\n\n\nclass Order(metaclass=Meta): ...\n",
            HELPER: "from zeep import Kind\n\n\nclass Meta(Kind): ...\n",
        },
        (Told("framework-base", ORDER, 4, "zeep"),),
    ),
    Way(
        "by the decorator of an object that a helper builds",
        {
            PAY: "from shop.common.helper import app\n\n\n@app.task\ndef pay(): ...\n",
            HELPER: "from celery import Celery\napp = Celery()\n",
        },
        (Told("framework-base", PAY, 5, "celery"),),
    ),
    Way(
        "by registering",
        {PAY: "from fastapi import APIRouter\nrouter = APIRouter()\n"},
        (
            imported(1, "fastapi", PAY),
            Told("framework-base", PAY, 2, "fastapi.APIRouter"),
        ),
    ),
    Way(
        "in what a use case takes",
        {PAY: "from fastapi import UploadFile\n\n\ndef pay(bill: UploadFile) -> None: ...\n"},
        (
            imported(1, "fastapi", PAY),
            Told("framework-in-signature", PAY, 4, "fastapi"),
        ),
    ),
    Way(
        "in what a use case is given by default",
        {PAY: "import fastapi\n\n\ndef pay(who=fastapi.Depends(print)) -> None: ...\n"},
        (
            imported(1, "fastapi", PAY),
            Told("framework-in-signature", PAY, 4, "fastapi"),
        ),
    ),
    Way(
        "in a field",
        {ORDER: "from bson import ObjectId\n\n\nclass Order:\n    id: ObjectId\n"},
        (
            imported(1, "bson"),
            Told("framework-in-signature", ORDER, 5, "bson"),
        ),
    ),
    Way(
        "by raising its errors",
        {PAY: "from fastapi import HTTPException\n\n\ndef pay():\n    raise HTTPException(404)\n"},
        (
            imported(1, "fastapi", PAY),
            Told("framework-exception", PAY, 5, "fastapi"),
        ),
    ),
    Way(
        "by raising an error of a helper that is one of its own",
        {
            PAY: "from shop.common.helper import Gone\n\n\ndef pay():\n    raise Gone()\n",
            HELPER: "from fastapi import HTTPException\n\n\nclass Gone(HTTPException): ...\n",
        },
        (Told("framework-exception", PAY, 5, "fastapi"),),
    ),
    Way(
        "by an error that inherits from one of its own",
        {
            ORDER: "from click import ClickException\n\n\nclass NoOrder(ClickException): ...\n",
        },
        (
            imported(1, "click"),
            Told("framework-exception", ORDER, 4, "click"),
        ),
    ),
    Way(
        "by a package that nobody has judged",
        {ORDER: "import grumble\n"},
        (Told("unknown-library", ORDER, 1, "grumble"),),
    ),
    Way(
        "by an unknown part of a namespace package",
        {ORDER: "from google.ads import client\n"},
        (Told("unknown-library", ORDER, 1, "google.ads"),),
    ),
)
DENIED = SETTINGS + '[libraries]\nfrobnicate = "deny"\n'


@pytest.mark.parametrize("way", WAYS, ids=[way.name for way in WAYS])
def test_a_framework_is_reached(way: Way) -> None:
    settings = DENIED if "settings" in way.name else SETTINGS

    findings = found(way.files, settings)

    told = [Told(f.rule, f.place.path, f.place.line, f.target) for f in findings]
    assert sorted(told) == sorted(way.told)


CLEAN: Mapping[str, Mapping[str, str]] = {
    "a framework where it belongs": {"shop/adapters/db.py": "import sqlalchemy\n"},
    "the standard library": {ORDER: "import dataclasses, enum, os.path, json, logging\n"},
    "a library that only computes": {ORDER: "import attrs\nfrom dateutil import tz\n"},
    "constants of a protocol": {PAY: "from http import HTTPStatus\n"},
    "the part of a library that takes strings apart": {ORDER: "from urllib import parse\n"},
    "validation in a use case": {PAY: "from pydantic import BaseModel\n"},
    "a module of the project with the name of a library": {
        ORDER: "from shop.domain.celery import Stalk\nfrom . import requests\n",
        "shop/domain/celery.py": "class Stalk: ...\n",
        "shop/domain/requests.py": "class Request: ...\n",
    },
    "a package of the project with the name of a library": {
        ORDER: "from redis import rules\nimport docker\n",
        "redis/rules.py": "RULE = 1\n",
        "docker/__init__.py": "",
    },
    "people that one buys from": {
        ORDER: "from shop.vendor import requests\nfrom shop.vendor.schedule import Week\n",
        "shop/vendor/requests.py": "from shop.domain.money import Money\n",
        "shop/vendor/schedule.py": "class Week: ...\n",
        "shop/domain/money.py": "class Money: ...\n",
    },
    "a copy of a library that only computes": {
        ORDER: "from shop._vendor import attrs\n",
        "shop/_vendor/attrs/__init__.py": "import requests\n",
    },
    "a script beside the domain": {
        ORDER: "if __name__ == '__main__':\n    import click\n    click.echo('order')\n"
    },
    "a helper that knows no framework": {
        ORDER: "from shop.common.helper import now\n",
        HELPER: "import time\nimport shutil\n",
    },
    "a helper that knows one for type checkers": {
        ORDER: "from shop.common.helper import now\n",
        HELPER: "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import sqlalchemy\n",
    },
    "a helper that is looked at for types only": {
        ORDER: (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import shop.common.helper\n"
        ),
        HELPER: "import sqlalchemy\n",
    },
    "a helper that has a script": {
        ORDER: "from shop.common.helper import now\n",
        HELPER: "if __name__ == '__main__':\n    import click\n",
    },
    "the package around a helper": {
        ORDER: "from shop.common.helper import now\nfrom shop.common import words\n",
        "shop/common/__init__.py": "import sqlalchemy\n",
        "shop/common/words.py": "",
        HELPER: "import time\n",
    },
    "a helper that knows a library of which the catalog only warns": {
        ORDER: "from shop.common.helper import Model\n",
        HELPER: "import pydantic\n\n\nclass Model(pydantic.BaseModel): ...\n",
    },
    "a helper of the adapters": {
        "shop/adapters/db.py": "from shop.common.helper import save\n",
        HELPER: "import sqlalchemy\n",
    },
    "a helper that leads inward": {
        PAY: "from shop.common.helper import total\n",
        HELPER: "from shop.domain.order import Order\n",
    },
    "helpers in a ring": {
        ORDER: "from shop.common.helper import one\n",
        HELPER: "from shop.common.other import two\n",
        "shop/common/other.py": "from shop.common.helper import one\n",
    },
    "types of its own, with names that frameworks use": {
        PAY: (
            "from shop.domain.order import Session, Request\n\n\n"
            "def pay(session: Session, request: 'Request') -> 'bytes': ...\n"
        ),
        ORDER: "class Session: ...\n\n\nclass Request: ...\n",
    },
    "a string that is no type": {
        PAY: "from typing import Literal\n\n\ndef pay(by: Literal['fastapi.Request']): ...\n"
    },
    "quotes that say nothing of a type": {
        ORDER: (
            "NAMES = {'sqlalchemy.orm.Session': 'requests.get'}\n\n\n"
            "def load(name='celery.task'): ...\n"
        )
    },
    "quotes that spell a name of its own": {
        ORDER: "def load(by: 'shop.domain.redis.Rule', to: 'redis.Rule'): ...\n",
        "shop/domain/redis.py": "class Rule: ...\n",
        "redis/__init__.py": "class Rule: ...\n",
    },
    "errors of its own": {
        PAY: (
            "from shop.domain.order import NoOrder\n\n\n"
            "def pay():\n    try:\n        raise NoOrder\n"
            "    except (NoOrder, ValueError, OSError) as error:\n        raise error\n"
        ),
        ORDER: "class NoOrder(Exception): ...\n",
    },
    "an adapter that translates": {
        "shop/adapters/db.py": (
            "import sqlalchemy.exc\n\n\ndef save():\n    try:\n        ...\n"
            "    except sqlalchemy.exc.IntegrityError:\n        raise KeyError from None\n"
        ),
    },
}


@pytest.mark.parametrize("name", CLEAN)
def test_no_framework_is_reached(name: str) -> None:
    assert found(CLEAN[name]) == []


def test_a_layer_is_no_passage_even_where_everybody_may_know_it() -> None:
    settings = """
        layers = [
            {name = "shared", modules = ["shop.common"], ring = 0},
            {name = "domain", modules = ["shop.domain"], ring = 1},
        ]
    """
    files = {ORDER: "from shop.common.helper import new_id\n", HELPER: "import redis\n"}

    assert found(files, settings) == []


def test_what_is_imported_is_not_told_again_by_a_chain() -> None:
    files = {
        ORDER: "import sqlalchemy\nfrom shop.common.helper import save\n",
        HELPER: "import sqlalchemy.orm\n",
    }

    assert [finding.rule for finding in found(files)] == ["framework-import"]


def test_imports_of_one_library_list_one_another() -> None:
    files = {ORDER: "import sqlalchemy\n\n\ndef load():\n    import sqlalchemy.orm\n"}

    (finding,) = found(files)

    assert [place.line for place in finding.also] == [5]


def test_a_name_that_is_passed_on_comes_with_the_place_where_it_is() -> None:
    files = {
        ORDER: "from shop.common.helper import Client\n",
        HELPER: "\nfrom httpx import Client\n",
    }

    (finding,) = found(files)

    assert [(e.path, e.line) for e in finding.evidence] == [(HELPER, 2)]


def test_a_chain_names_a_file_and_a_line_for_each_hop() -> None:
    files = {
        PAY: "\nfrom shop.common.helper import save\n",
        HELPER: "\n\nfrom shop.common.other import store\n",
        "shop/common/other.py": "import redis.asyncio\n",
    }

    (finding,) = found(files)

    assert [(hop.path, hop.line, hop.module) for hop in finding.chain] == [
        (PAY, 2, "shop.use_cases.pay"),
        (HELPER, 3, "shop.common.helper"),
        ("shop/common/other.py", 1, "shop.common.other"),
        ("", 1, "redis"),
    ]


@pytest.mark.parametrize(
    "libraries", ['frobnicate = "allow"', 'google.cloud.storage = "allow"', 'queue = "warn"']
)
def test_what_the_settings_name_is_not_unknown(libraries: str) -> None:
    settings = f"{SETTINGS}[libraries]\n{libraries}\n"
    files = {
        ORDER: "import queue\n" if "queue" in libraries else "",
        PAY: "import frobnicate\n" if "frobnicate" in libraries else "",
        "shop/use_cases/keep.py": (
            "from google.cloud import storage\n" if "google" in libraries else ""
        ),
    }

    assert found(files, settings) == []


def test_a_kind_that_the_settings_allow_is_allowed() -> None:
    settings = SETTINGS + '[libraries]\norm = "allow"\n'
    files = {ORDER: "import sqlalchemy\n", PAY: "import requests\n"}

    assert [finding.target for finding in found(files, settings)] == ["requests"]
