"""The ways in by call: which calls hand a function over as a handler, and at which argument."""

from dataclasses import dataclass

from archlint.model.code.handlers.handler import HandlerKind
from archlint.model.code.handlers.ways import HTTP_VERBS
from archlint.model.facts.expressions import Expression, ExpressionKind


@dataclass(frozen=True, slots=True)
class Registration:
    """Calls by the last name of the callee, with where the handler stands among the arguments.

    `library` is the one that the callee must come from, "" where the name alone says enough.
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
    Registration(HandlerKind.HTTP, frozenset({"route"}), 3, "callback", library="bottle"),
    Registration(HandlerKind.HTTP, frozenset({"add_view"}), 0, "view", library="pyramid"),
    Registration(
        HandlerKind.GRAPHQL,
        frozenset({"field", "mutation", "subscription"}),
        9,
        "resolver",
        library="strawberry",
    ),
    Registration(
        HandlerKind.MESSAGE,
        frozenset({"CommandHandler", "MessageHandler", "CallbackQueryHandler"}),
        1,
        "callback",
        library="telegram",
    ),
)


_BY_NAME = {
    name: tuple(each for each in REGISTRATIONS if name in each.names)
    for registration in REGISTRATIONS
    for name in registration.names
}


def registrations_named(name: str) -> tuple[Registration, ...]:
    """Return the registrations whose calls have that last name."""
    return _BY_NAME.get(name, ())


def names_a_path(call: Expression) -> bool:
    """Whether an argument is the literal path of a route."""
    return any(
        argument.kind is ExpressionKind.STRING and argument.text.startswith("/")
        for argument in call.arguments
    )
