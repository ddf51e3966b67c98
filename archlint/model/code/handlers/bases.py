"""The ways in by base class: which methods of which classes a framework calls."""

from collections.abc import Iterable
from dataclasses import dataclass

from archlint.model.code.handlers.handler import HandlerKind
from archlint.model.code.handlers.ways import HTTP_VERBS

_REST = HTTP_VERBS | {
    "list", "create", "retrieve", "update", "partial_update", "destroy",
    "perform_create", "perform_update", "perform_destroy",
}  # fmt: skip
_DJANGO = HTTP_VERBS | {"form_valid", "form_invalid", "dispatch"}


@dataclass(frozen=True, slots=True)
class Base:
    """Base classes of a library and the methods of theirs that it calls.

    `classes` are dotted prefixes. A method name that ends in `*` stands for all that begin so, a
    lone `*` for every public method.
    """

    kind: HandlerKind
    classes: tuple[str, ...]
    methods: frozenset[str]

    def calls(self, method: str) -> bool:
        """Whether the library calls a method of that name."""
        if method in self.methods:
            return True
        return not method.startswith("_") and any(
            method.startswith(name[:-1]) for name in self.methods if name.endswith("*")
        )


BASES = (
    Base(
        HandlerKind.HTTP,
        ("rest_framework.views.", "rest_framework.viewsets.", "rest_framework.generics.",
         "rest_framework.mixins.", "adrf."),
        frozenset(_REST),
    ),
    Base(
        HandlerKind.HTTP,
        ("django.views.", "django.contrib.auth.views.", "vanilla.", "django_filters.views.",
         "allauth.account.views.", "formtools.wizard."),
        frozenset(_DJANGO),
    ),
    Base(
        HandlerKind.HTTP,
        ("flask.views.", "flask.MethodView", "flask_restful.Resource", "flask_restx.Resource",
         "flask_restplus.Resource", "flask_smorest.MethodView", "quart.views.", "sanic.views.",
         "aiohttp.web.View", "aiohttp.web_urldispatcher.View", "starlette.endpoints.",
         "tornado.web.RequestHandler", "webapp2.RequestHandler", "apiflask.views.",
         "flask_restful_swagger_2.Resource", "litestar.handlers.WebsocketListener",
         "aiohttp_cors.CorsViewMixin"),
        HTTP_VERBS | {"dispatch_request", "on_connect", "on_receive"},
    ),
    Base(HandlerKind.HTTP, ("flask_classful.FlaskView", "flask_classy.FlaskView"),
         frozenset({"*"})),
    Base(HandlerKind.MESSAGE, ("channels.generic.", "tornado.websocket."),
         frozenset({"connect", "disconnect", "receive", "receive_json", "on_message", "open"})),
    Base(
        HandlerKind.GRAPHQL,
        ("graphene.", "graphene_django.", "graphene_sqlalchemy."),
        frozenset({"mutate", "mutate_and_get_payload", "perform_mutation", "resolve_*"}),
    ),
    Base(HandlerKind.TASK, ("celery.Task", "celery.app.task.Task"), frozenset({"run"})),
    Base(HandlerKind.TASK, ("dramatiq.GenericActor", "dramatiq.generic."), frozenset({"perform"})),
    Base(HandlerKind.MESSAGE, ("discord.Client", "discord.ext.commands.Bot", "discord.AutoSharded"),
         frozenset({"on_*"})),
    Base(HandlerKind.MESSAGE, ("discord.ui.",), frozenset({"callback", "on_submit"})),
    Base(HandlerKind.CLI, ("django.core.management.",), frozenset({"handle"})),
)  # fmt: skip


def base_calling(ancestors: Iterable[str], method: str) -> tuple[HandlerKind, str] | None:
    """Return the kind and the base class through which a method is called from outside."""
    for ancestor in sorted(ancestors):
        for base in BASES:
            if ancestor.startswith(base.classes) and base.calls(method):
                return base.kind, ancestor
    return None


def is_called_by_framework(ancestors: Iterable[str]) -> bool:
    """Whether one of these classes has methods that its framework calls."""
    return any(a.startswith(base.classes) for a in ancestors for base in BASES)
