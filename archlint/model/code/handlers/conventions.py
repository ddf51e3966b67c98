"""Handlers by convention: recognised by where they stand and how they are called."""

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.handlers.bases import is_called_by_framework
from archlint.model.code.handlers.calls import names_a_path
from archlint.model.code.handlers.handler import HandlerKind, Sign
from archlint.model.code.handlers.holders import is_responder
from archlint.model.code.handlers.scenery import Scenery
from archlint.model.code.handlers.ways import HTTP_VERBS, ROUTES
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.outline import Import
from archlint.model.finding import Confidence

ROUTERS = (
    "app",
    "router",
    "api",
    "bp",
    "blueprint",
    "blue_print",
    "routes",
    "ns",
    "resolver",
    "namespace",
)
CONTROLLERS = ("Controller", "Handler", "View", "Resource", "Endpoint", "Endpoints", "Router")
_FALCON = (("req", "resp"), ("request", "response"), ("req", "ws"))
APPS = frozenset(
    {"fastapi.FastAPI", "fastapi.APIRouter", "flask.Flask", "flask.Blueprint", "quart.Quart",
     "starlette.applications.Starlette", "litestar.Litestar", "sanic.Sanic",
     "aiohttp.web.Application"}
)  # fmt: skip
ABSTRACT = frozenset({"abc.abstractmethod", "typing.overload", "typing_extensions.overload"})
ACCESSORS = frozenset(
    {"builtins.property", "builtins.staticmethod", "builtins.classmethod",
     "functools.cached_property", "contextlib.contextmanager", "contextlib.asynccontextmanager"}
)  # fmt: skip


def by_convention(function: ProjectFunction, layer: Layer | None, scenery: Scenery) -> Sign | None:
    """Return what gives a handler away that no framework is known to call."""
    return (
        _route(function)
        or _mapped(function)
        or _service(function, scenery)
        or _falcon(function, scenery)
        or _django_view(function, scenery)
        or _serverless(function)
        or _controller(function, layer, scenery)
    )


def _route(function: ProjectFunction) -> Sign | None:
    """Recognise `@something_router.get("/path")` where the router cannot be followed."""
    for decorator in function.fact.decorators:
        if decorator.kind is not ExpressionKind.CALL:
            continue
        callee = decorator.callee
        if callee.text in ROUTES and _is_router(callee) and _has_path(decorator):
            reason = f"decorated with {callee.dotted}"
            return Sign(HandlerKind.HTTP, "", reason, Confidence.MEDIUM)
    return None


def _is_router(callee: Expression) -> bool:
    if callee.kind is not ExpressionKind.ATTRIBUTE:
        return False
    return callee.parts[0].text.lower().endswith(ROUTERS)


def _has_path(decorator: Expression) -> bool:
    empty = any(a.kind is ExpressionKind.STRING and not a.text for a in decorator.arguments[:1])
    return empty or names_a_path(decorator)


def _mapped(function: ProjectFunction) -> Sign | None:
    """Recognise `@resend.mapping.delete`: another verb for an action of REST framework."""
    for decorator in function.fact.decorators:
        action, _, mapping = decorator.dotted.rpartition(".")[0].rpartition(".")
        found = function.owner and function.owner.fact.method(action)
        if found and mapping == "mapping" and decorator.text in HTTP_VERBS:
            reason = f"decorated with {decorator.dotted}"
            return Sign(HandlerKind.HTTP, "rest_framework", reason)
    return None


def _service(function: ProjectFunction, scenery: Scenery) -> Sign | None:
    """Recognise the methods of a gRPC service by the class that the compiler generated.

    Where that class can be read, the methods are those that it has; else `context` tells them.
    """
    owner = function.owner
    if owner is None or not function.fact.is_public or not function.fact.parameters[2:3]:
        return None
    for ancestor in owner.ancestors:
        generated = scenery.classes.get(ancestor.dotted)
        is_served = (
            generated.fact.method(function.fact.name) is not None
            if generated
            else [parameter.name for parameter in function.fact.parameters[2:]] == ["context"]
        )
        if is_served and ancestor.dotted.endswith("Servicer"):
            name = ancestor.dotted.rpartition(".")[2]
            return Sign(HandlerKind.RPC, "grpc", f"method of a {name}")
    return None


def _falcon(function: ProjectFunction, scenery: Scenery) -> Sign | None:
    """Recognise the responders of classes, and of modules that stand for resources."""
    if not is_responder(function.fact.name):
        return None
    names = tuple(parameter.name for parameter in function.fact.own_parameters[:2])
    if names not in _FALCON or not _imports(scenery, function, "falcon"):
        return None
    return Sign(HandlerKind.HTTP, "falcon", "a falcon responder by its name and parameters")


def _django_view(function: ProjectFunction, scenery: Scenery) -> Sign | None:
    """Recognise a function of a request in a module of views."""
    first = function.fact.parameters[:1]
    if function.owner or "<locals>" in function.fact.qualname or not function.fact.is_public:
        return None
    if not first or first[0].name != "request" or not _is_views(function.module.name):
        return None
    if not _imports(scenery, function, "django"):
        return None
    return Sign(HandlerKind.HTTP, "django", "takes a request", Confidence.MEDIUM)


def _is_views(module: str) -> bool:
    return any(part == "views" or part.endswith("_views") for part in module.split("."))


def _imports(scenery: Scenery, function: ProjectFunction, library: str) -> bool:
    return any(
        isinstance(binding, Import) and binding.module.partition(".")[0] == library
        for binding in scenery.names.bindings(function.module.name).values()
    )


def _serverless(function: ProjectFunction) -> Sign | None:
    names = [parameter.name.lstrip("_") for parameter in function.fact.parameters]
    if function.owner is None and names == ["event", "context"]:
        return Sign(HandlerKind.HTTP, "", "takes event and context", Confidence.MEDIUM)
    return None


def _controller(function: ProjectFunction, layer: Layer | None, scenery: Scenery) -> Sign | None:
    """Recognise the public methods of a controller that no framework knows."""
    owner = function.owner
    if owner is None or layer is None or layer.role is not Role.CONTROLLERS:
        return None
    if not function.fact.is_public or owner.fact.method(function.fact.name) is not function.fact:
        return None
    decorators = {name for _, name in scenery.decorators(function)}
    if decorators & (ABSTRACT | ACCESSORS) or not _is_controller(owner):
        return None
    if _is_wiring(function, scenery):
        return None
    reason = f"public method of {owner.name} in the layer {layer.name}"
    return Sign(HandlerKind.CUSTOM, "", reason, Confidence.MEDIUM)


def _is_wiring(function: ProjectFunction, scenery: Scenery) -> bool:
    """Whether a method takes the program itself, to tell it what there is to call."""
    spelled = (p.annotation.dotted for p in function.fact.parameters if p.annotation)
    taken = (scenery.names.resolve(function.module.name, name) for name in spelled if name)
    return any(symbol.external in APPS for symbol in taken)


def _is_controller(owner: ProjectClass) -> bool:
    """Whether a class is called a controller; of those of frameworks the framework decides."""
    if is_called_by_framework(owner.external_ancestors):
        return False
    return any(heir.name.endswith(CONTROLLERS) for heir in owner.lineage)
