"""The ways in by decorator: which decorators of which libraries make a function a handler."""

from collections.abc import Iterable
from dataclasses import dataclass

from archlint.model.code.handlers.handler import HandlerKind

HTTP_VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options", "trace"})
ROUTES = HTTP_VERBS | {"route", "websocket", "api_route", "websocket_route", "api_operation"}


@dataclass(frozen=True, slots=True)
class Way:
    """Decorators of a library, or of what it builds, that take handlers.

    `verbs` are last names: `get` is that of `fastapi.APIRouter().get` and of `litestar.get`.
    """

    kind: HandlerKind
    libraries: tuple[str, ...]
    verbs: frozenset[str]

    def library_of(self, decorator: str) -> str:
        """Return the library whose decorator this is, "" for any other decorator."""
        receiver, _, verb = decorator.rpartition(".")
        if verb not in self.verbs:
            return ""
        return next((x for x in self.libraries if f"{receiver}.".startswith(f"{x}.")), "")


_CLI_OF_WEB = (
    "flask.Flask.cli",
    "flask.Blueprint.cli",
    "quart.Quart.cli",
    "quart.Blueprint.cli",
    "flask.cli.AppGroup",
)
_BOTS = ("aiogram", "telebot", "pyrogram", "telethon", "vkbottle", "nonebot", "discord", "disnake",
         "nextcord", "interactions")  # fmt: skip
_BOT_VERBS = frozenset(
    {"message", "callback_query", "inline_query", "edited_message", "channel_post", "command",
     "slash_command", "hybrid_command", "event", "message_handler", "callback_query_handler",
     "on_message", "on_callback_query", "on", "handle", "my_chat_member", "chat_member",
     "edited_channel_post", "chosen_inline_result", "shipping_query", "pre_checkout_query", "poll",
     "poll_answer", "chat_join_request", "message_reaction", "business_message", "listener",
     "listen", "group", "hybrid_group", "context_menu", "user_command", "message_command",
     "button", "select"}
)  # fmt: skip

WAYS = (
    Way(HandlerKind.CLI, _CLI_OF_WEB, frozenset({"command"})),
    Way(
        HandlerKind.HTTP,
        ("fastapi", "starlette", "ninja", "ninja_extra", "sanic", "quart", "robyn", "blacksheep",
         "flask", "flask_smorest", "apiflask", "flask_openapi3", "bottle", "litestar", "starlite",
         "aiohttp.web", "classy_fastapi", "fastapi_utils", "fastapi_restful", "chalice", "lilya",
         "aws_lambda_powertools", "cornice", "microdot", "esmerald", "odoo.http", "jsonrpcserver",
         "azure.functions"),
        ROUTES
        | {"function_name", "schedule", "method", "lambda_function", "on_s3_event",
           "on_sns_message", "on_sqs_message", "on_kinesis_record", "on_dynamodb_record",
           "on_cw_event", "on_ws_connect", "on_ws_disconnect", "on_ws_message", "ws",
           "websocket_listener", "websocket_stream"},
    ),
    Way(HandlerKind.HTTP, ("rest_framework", "adrf"), frozenset({"api_view", "action"})),
    Way(
        HandlerKind.HTTP,
        ("django.views.decorators", "django.contrib.auth.decorators"),
        frozenset(
            {"login_required", "permission_required", "user_passes_test", "require_http_methods",
             "require_GET", "require_POST", "require_safe", "csrf_exempt", "csrf_protect",
             "never_cache", "cache_page", "ensure_csrf_cookie", "staff_member_required"}
        ),
    ),
    Way(HandlerKind.HTTP, ("pyramid", "cornice"),
        frozenset({"view_config", "view", "notfound_view_config", "forbidden_view_config"})),
    Way(HandlerKind.HTTP, ("flask_appbuilder", "flask_admin", "cherrypy"), frozenset({"expose"})),
    Way(HandlerKind.HTTP, ("frappe",), frozenset({"whitelist"})),
    Way(HandlerKind.HTTP, ("functions_framework",), frozenset({"http", "cloud_event"})),
    Way(
        HandlerKind.GRAPHQL,
        ("aws_lambda_powertools",),
        frozenset({"resolver", "batch_resolver", "async_batch_resolver"}),
    ),
    Way(
        HandlerKind.GRAPHQL,
        ("strawberry", "strawberry_django", "ariadne", "tartiflette", "ariadne_graphql_modules"),
        frozenset({"field", "mutation", "subscription", "source", "Resolver"}),
    ),
    Way(
        HandlerKind.CLI,
        ("click", "rich_click", "asyncclick", "typer", "cyclopts", "invoke", "cloup"),
        frozenset({"command", "group", "callback", "default", "task"}),
    ),
    Way(
        HandlerKind.TASK,
        ("celery", "dramatiq", "huey", "rq", "django_rq", "taskiq", "procrastinate", "apscheduler",
         "flask_apscheduler", "saq", "flask_rq2", "background_task", "celery_once", "django_tasks"),
        frozenset(
            {"task", "shared_task", "actor", "periodic_task", "db_task", "db_periodic_task", "job",
             "scheduled_job", "background"}
        ),
    ),
    Way(HandlerKind.TASK, ("discord.ext.tasks",), frozenset({"loop"})),
    Way(
        HandlerKind.MESSAGE,
        ("faststream", "faust", "nameko", "propan", "kopf", "socketio", "flask_socketio", "fastmcp",
         "mcp", "slack_bolt", *_BOTS),
        _BOT_VERBS
        | {"subscriber", "agent", "rpc", "event_handler", "http", "tool", "resource", "prompt",
           "action", "view", "shortcut", "on_event"},
    ),
)  # fmt: skip

VERBS = frozenset(verb for way in WAYS for verb in way.verbs)


def way_of(decorators: Iterable[str]) -> tuple[HandlerKind, str, str] | None:
    """Return kind, library and decorator of the first decorator that takes handlers."""
    for decorator in decorators:
        plain = decorator.replace("()", "")
        for way in WAYS:
            if library := way.library_of(plain):
                return way.kind, library, plain
    return None
