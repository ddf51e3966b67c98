"""Which functions the outside world calls, and which only look like it."""

from dataclasses import replace

import pytest

from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.code.handlers.handler import Handler, HandlerKind
from archlint.model.finding import Confidence
from tests.building import LAYERS, codebase

CONTROLLERS = Layer("controllers", 3, Role.CONTROLLERS, (Pattern("shop.web"),))


def handlers(source: str, **files: str) -> list[Handler]:
    paths = {f"shop/{name}.py": text for name, text in files.items()}
    return list(codebase({"shop/web.py": source, **paths}, (*LAYERS, CONTROLLERS)).handlers)


def names(source: str, **files: str) -> list[str]:
    found = handlers(source, **files)
    return [h.function.fact.qualname for h in sorted(found, key=lambda h: h.function.fact.line)]


@pytest.mark.parametrize(
    "source",
    [
        "def get(path): ...",
        "import mock\n@mock.patch('/x')\ndef blue(): ...",
        "class Blue:\n    @property\n    def x(self): ...\n    @x.setter\n    def x(self, v): ...",
        "from flask_caching import Cache\ncache = Cache()\n@cache.get('/x')\ndef blue(): ...",
        "from pydantic import field_validator\n@field_validator('name')\ndef blue(cls): ...",
        "def test(client):\n    client.get('/x')",
        "from fastapi import FastAPI\napp = FastAPI()\n@app.middleware('http')\ndef blue(): ...",
        "from flask import Flask\napp = Flask('x')\n@app.errorhandler(404)\ndef blue(e): ...",
        "import rest_framework.serializers as s\nclass B(s.Serializer):\n    def create(s): ...",
        "from django.db import models\nclass Blue(models.Model):\n    def get(self): ...",
        "def view(request): ...",
    ],
)
def test_what_only_looks_like_a_handler_is_none(source: str) -> None:
    assert names(source) == []


@pytest.mark.parametrize(
    ("source", "framework", "kind"),
    [
        ("from fastapi import APIRouter\nr = APIRouter()\n@r.get('/')", "fastapi", "http"),
        ("import fastapi\nr = fastapi.FastAPI()\n@r.websocket('/')", "fastapi", "http"),
        ("from ninja import Router\nr = Router()\n@r.post('/')", "ninja", "http"),
        ("from sanic import Sanic\nr = Sanic('x')\n@r.get('/')", "sanic", "http"),
        ("from quart import Quart\nr = Quart('x')\n@r.route('/')", "quart", "http"),
        ("from flask import Blueprint\nr = Blueprint('x', 'x')\n@r.route('/')", "flask", "http"),
        ("from litestar import post\n@post('/')", "litestar", "http"),
        ("from aiohttp import web\nr = web.RouteTableDef()\n@r.get('/')", "aiohttp.web", "http"),
        ("from bottle import route\n@route('/')", "bottle", "http"),
        ("from pyramid.view import view_config\n@view_config()", "pyramid", "http"),
        (
            "from rest_framework.decorators import api_view\n@api_view(['GET'])",
            "rest_framework",
            "http",
        ),
        ("import strawberry\n@strawberry.mutation", "strawberry", "graphql"),
        (
            "from ariadne import QueryType\nq = QueryType()\n@q.field('x')",
            "ariadne",
            "graphql",
        ),
        ("import click\n@click.command()", "click", "cli"),
        ("import typer\napp = typer.Typer()\n@app.command()", "typer", "cli"),
        ("from celery import shared_task\n@shared_task", "celery", "task"),
        ("from celery import Celery\napp = Celery()\n@app.task(bind=True)", "celery", "task"),
        ("import dramatiq\n@dramatiq.actor", "dramatiq", "task"),
        (
            "from faststream.kafka import KafkaBroker\nb = KafkaBroker()\n@b.subscriber('x')",
            "faststream",
            "message",
        ),
        ("from aiogram import Router\nr = Router()\n@r.message()", "aiogram", "message"),
        ("from slack_bolt import App\na = App()\n@a.action('x')", "slack_bolt", "message"),
        (
            "from mcp.server.fastmcp import FastMCP\nm = FastMCP('x')\n@m.tool()",
            "mcp",
            "message",
        ),
    ],
)
def test_a_decorator_of_a_framework_makes_a_handler(source: str, framework: str, kind: str) -> None:
    (found,) = handlers(f"{source}\ndef blue(): ...")

    assert (found.framework, found.kind, found.confidence) == (framework, kind, Confidence.HIGH)


@pytest.mark.parametrize(
    ("bases", "method"),
    [
        ("from flask.views import MethodView as Base", "get"),
        ("from flask_restful import Resource as Base", "post"),
        ("from rest_framework.views import APIView as Base", "put"),
        ("from rest_framework.viewsets import ModelViewSet as Base", "perform_create"),
        ("from django.views.generic import FormView as Base", "form_valid"),
        ("from tornado.web import RequestHandler as Base", "delete"),
        ("from starlette.endpoints import HTTPEndpoint as Base", "get"),
        ("from graphene import ObjectType as Base", "resolve_orders"),
        ("from graphene import Mutation as Base", "mutate"),
        ("from celery import Task as Base", "run"),
        ("from django.core.management.base import BaseCommand as Base", "handle"),
    ],
)
def test_methods_that_a_base_class_calls_are_handlers(bases: str, method: str) -> None:
    source = f"{bases}\nclass Blue(Base):\n    def {method}(self): ...\n    def other(self): ..."

    assert names(source) == [f"Blue.{method}"]


def test_a_base_class_of_the_project_passes_it_on() -> None:
    base = "from rest_framework.views import APIView\nclass Base(APIView): ..."
    source = "from shop.base import Base\nclass Blue(Base):\n    def get(self, request): ..."

    assert names(source, base=base) == ["Blue.get"]


def test_a_router_may_come_from_another_file_or_a_class_of_the_project() -> None:
    routers = "from fastapi import APIRouter\nclass Ours(APIRouter): ...\nrouter = Ours()"
    source = "from shop.routers import router\n@router.get('/')\ndef blue(): ..."

    assert names(source, routers=routers) == ["blue"]


def test_a_router_may_be_made_in_the_function_around_or_passed_to_it() -> None:
    made = "from flask import Flask\ndef make():\n    app = Flask('x')\n    @app.route('/')"
    passed = "from fastapi import APIRouter\ndef make(r: APIRouter):\n    @r.get('/')"

    for source in (made, passed):
        assert names(f"{source}\n    def blue(): ...") == ["make.<locals>.blue"]


def test_a_group_of_click_is_followed_to_its_decorator() -> None:
    source = "import click\n@click.group()\ndef tools(): ...\n@tools.command('x')\ndef blue(): ..."

    assert names(source) == ["tools", "blue"]


def test_a_decorator_of_the_project_may_be_handed_the_route() -> None:
    source = "from fastapi import APIRouter\nfrom shop.guard import guarded\nr = APIRouter()\n"
    source += "@guarded(r.get, '/')\ndef blue(): ..."

    assert names(source, guard="def guarded(route, path): ...") == ["blue"]


def test_a_router_that_cannot_be_followed_is_believed_by_its_name_and_path() -> None:
    (found,) = handlers(
        "from x import make\napi_router = make()\n@api_router.get('/')\ndef f(): ..."
    )

    assert found.confidence is Confidence.MEDIUM


def test_a_name_without_a_path_is_not_believed() -> None:
    assert names("from x import make\nrouter = make()\n@router.get(1)\ndef f(): ...") == []


def test_what_a_call_registers_is_a_handler() -> None:
    source = "from shop import views\n"
    urls = "from django.urls import path\nfrom shop import calls\n"
    urls += "urlpatterns = [path('a', calls.blue), path('b', calls.wrap(calls.green))]"
    calls = "def blue(r): ...\ndef green(r): ...\ndef wrap(f): ...\ndef red(r): ..."

    found = names(source, urls=urls, calls=calls)

    assert found == ["blue", "green"]


def test_a_method_may_be_registered_by_its_instance() -> None:
    source = (
        "class Blue:\n    def __init__(self, app):\n        app.add_api_route('/', self.show)\n"
    )
    source += "    def show(self): ...\n    def other(self): ..."

    assert names(source) == ["Blue.show"]


def test_a_view_of_django_is_known_by_its_request_and_its_module() -> None:
    views = "from django.shortcuts import render\ndef blue(request): ...\ndef _green(request): ..."

    (found,) = handlers("", views=views)

    assert (found.function.fact.name, found.confidence) == ("blue", Confidence.MEDIUM)


def test_public_methods_of_controllers_count_in_their_layer_only() -> None:
    source = "class BlueController:\n    def __init__(self, x): ...\n    def show(self): ...\n"
    source += "    def _help(self): ...\n    @property\n    def name(self): ..."

    assert names(source) == ["BlueController.show"]
    assert names("", adapters=source) == []


def test_a_servicer_of_grpc_and_a_function_of_an_event_are_handlers() -> None:
    servicer = "from x_pb2_grpc import XServicer\nclass Blue(XServicer):\n"
    servicer += "    def Get(self, request, context): ...\n    def help(self): ..."

    assert names(servicer) == ["Blue.Get"]
    assert names("def run(event, context): ...\ndef other(event): ...") == ["run"]


def test_the_settings_name_handlers_of_their_own() -> None:
    source = "from shop.kit import Page, endpoint\n@endpoint\ndef blue(): ...\n"
    source += "class Green(Page):\n    def show(self): ...\n    def _help(self): ..."
    base = codebase({"shop/web.py": source, "shop/kit.py": "class Page: ...\ndef endpoint(f): ..."})
    chosen = replace(
        base.architecture,
        controller_decorators=("shop.kit.endpoint",),
        controller_bases=("kit.Page",),
    )

    found = replace(base, architecture=chosen).handlers

    assert [h.function.fact.qualname for h in found] == ["blue", "Green.show"]
    assert {h.kind for h in found} == {HandlerKind.CUSTOM}


def test_only_the_settings_of_a_worker_list_tasks() -> None:
    listed = "def blue(context): ...\nclass {}:\n    functions = [blue]"

    assert names(listed.format("Plotter")) == []
    assert names(listed.format("WorkerSettings")) == ["blue"]


def test_a_setter_is_not_followed_to_itself() -> None:
    assert names("class B:\n @property\n def x(self): ...\n @x.setter\n def x(self, v): ...") == []


def test_a_function_that_is_an_argument_of_a_decorator_is_no_handler() -> None:
    source = (
        "from aiogram import Router\nrouter = Router()\ndef known(m): ...\n"
        "@router.message(known)\nasync def told(m): ..."
    )

    assert names(source) == ["told"]
