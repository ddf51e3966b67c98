"""The ways in by call: which calls hand a function over as a handler, and at which argument."""

from dataclasses import dataclass

from archlint.model.code.handlers.handler import HandlerKind
from archlint.model.code.handlers.ways import HTTP_VERBS
from archlint.model.facts.expressions import Expression, ExpressionKind

BY_KEYWORD = 99


@dataclass(frozen=True, slots=True)
class Registration:
    """Calls by the last name of the callee, with where the handler stands among the arguments.

    `library` is the one that the callee must come from, "" where the name alone says enough; a
    position of BY_KEYWORD means that only the keyword takes the handler.
    """

    kind: HandlerKind
    names: frozenset[str]
    position: int
    keyword: str
    library: str = ""
    needs_path: bool = False

    def handler_in(self, call: Expression) -> Expression | None:
        """Return the argument that is the handler."""
        if found := call.keyword(self.keyword):
            return found
        plain = [a for a in call.arguments if a.kind is not ExpressionKind.KEYWORD]
        return plain[self.position] if len(plain) > self.position else None


_GRAPHENE = frozenset(
    {"Field", "List", "NonNull", "String", "Int", "Float", "Boolean", "ID", "Decimal", "Date",
     "DateTime", "Time", "JSONString", "UUID", "ConnectionField"}
)  # fmt: skip
_FASTSTREAM = frozenset(
    {"RabbitRoute", "KafkaRoute", "NatsRoute", "RedisRoute", "ConfluentRoute", "MQTTRoute"}
)
_AGENT_PARTS = frozenset({"add_tool", "add_resource", "add_prompt"})
_ADD_VERBS = frozenset(f"add_{verb}" for verb in (*HTTP_VERBS, "view"))

REGISTRATIONS = (
    Registration(
        HandlerKind.HTTP, frozenset({"path", "re_path", "url"}), 1, "view", library="django"
    ),
    Registration(
        HandlerKind.HTTP,
        frozenset({"add_api_route", "add_api_websocket_route", "add_websocket_route"}),
        1,
        "endpoint",
    ),
    Registration(HandlerKind.HTTP, frozenset({"add_url_rule"}), 2, "view_func"),
    Registration(
        HandlerKind.HTTP,
        frozenset({"Route", "WebSocketRoute", "APIRoute"}),
        1,
        "endpoint",
        library="starlette",
    ),
    Registration(
        HandlerKind.HTTP, frozenset({"APIRoute", "Route"}), 1, "endpoint", library="fastapi"
    ),
    Registration(HandlerKind.HTTP, HTTP_VERBS, 1, "handler", library="aiohttp.web"),
    Registration(HandlerKind.HTTP, _ADD_VERBS, 1, "handler", needs_path=True),
    Registration(HandlerKind.HTTP, frozenset({"route"}), 2, "handler", library="aiohttp.web"),
    Registration(HandlerKind.HTTP, frozenset({"add_route"}), 1, "endpoint", needs_path=True),
    Registration(HandlerKind.HTTP, frozenset({"add_route"}), 2, "handler", needs_path=True),
    Registration(HandlerKind.HTTP, frozenset({"add_route"}), 0, "handler", needs_path=True),
    Registration(
        HandlerKind.HTTP, frozenset({"add_websocket_route"}), 0, "handler", needs_path=True
    ),
    Registration(HandlerKind.HTTP, frozenset({"add_route"}), 1, "handler", library="aiohttp"),
    Registration(
        HandlerKind.HTTP, frozenset({"add_api_operation"}), 2, "view_func", library="ninja"
    ),
    Registration(HandlerKind.HTTP, frozenset({"route"}), 2, "callback", library="bottle"),
    Registration(HandlerKind.HTTP, frozenset({"add_view"}), 0, "view", library="pyramid"),
    Registration(
        HandlerKind.GRAPHQL,
        frozenset({"field", "mutation", "subscription"}),
        BY_KEYWORD,
        "resolver",
        library="strawberry",
    ),
    Registration(HandlerKind.GRAPHQL, _GRAPHENE, BY_KEYWORD, "resolver", library="graphene"),
    Registration(HandlerKind.GRAPHQL, frozenset({"set_field"}), 1, "resolver", library="ariadne"),
    Registration(HandlerKind.GRAPHQL, frozenset({"set_source"}), 1, "generator", library="ariadne"),
    Registration(HandlerKind.CLI, frozenset({"run"}), 0, "function", library="typer"),
    Registration(HandlerKind.TASK, frozenset({"cron"}), 0, "coroutine", library="arq"),
    Registration(HandlerKind.MESSAGE, _FASTSTREAM, 0, "call", library="faststream"),
    Registration(HandlerKind.MESSAGE, frozenset({"register"}), 0, "callback", library="aiogram"),
    Registration(HandlerKind.MESSAGE, _AGENT_PARTS, 0, "fn", library="mcp"),
    Registration(HandlerKind.MESSAGE, _AGENT_PARTS, 0, "fn", library="fastmcp"),
    Registration(
        HandlerKind.MESSAGE,
        frozenset({"CommandHandler", "MessageHandler", "PrefixHandler"}),
        1,
        "callback",
        library="telegram",
    ),
    Registration(
        HandlerKind.MESSAGE,
        frozenset(
            {
                "CallbackQueryHandler",
                "InlineQueryHandler",
                "ChatMemberHandler",
                "ChosenInlineResultHandler",
                "PollAnswerHandler",
                "PreCheckoutQueryHandler",
            }
        ),
        0,
        "callback",
        library="telegram",
    ),
)


_BY_NAME = {
    name: tuple(each for each in REGISTRATIONS if name in each.names)
    for registration in REGISTRATIONS
    for name in registration.names
}
REGISTERING = frozenset(_BY_NAME)
"""The last names of all such calls."""


def registrations_named(name: str) -> tuple[Registration, ...]:
    """Return the registrations whose calls have that last name."""
    return _BY_NAME.get(name, ())


def names_a_path(call: Expression) -> bool:
    """Whether an argument is the literal path of a route."""
    return any(
        argument.kind is ExpressionKind.STRING and argument.text.startswith("/")
        for argument in call.arguments
    )
