"""Words that tell transport, access control, settings and paging from business, by name."""

import re
from collections.abc import Iterable

_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def words(name: str) -> frozenset[str]:
    """Return the words of an identifier in lower case: `ownerId` and `owner_id` are the same."""
    return frozenset(part.lower() for part in _PART.findall(name))


def verb(name: str) -> str:
    """Return the first word of an identifier, by which a function says what it does."""
    first = _PART.search(name)
    return first.group().lower() if first else ""


TRANSPORT = frozenset(
    {"request", "req", "response", "resp", "app", "form", "forms", "serializer", "context", "ctx",
     "g", "state", "settings", "setting", "config", "cfg", "conf", "headers", "cookies", "cookie",
     "args", "kwargs", "schema", "logger", "log", "template", "websocket", "ws", "flags", "flag",
     "feature", "features", "env", "environ", "debug", "params", "formset", "options", "messages",
     "interaction", "update", "span", "tracer", "paginator", "renderer", "parser", "cache"}
)  # fmt: skip
READING = frozenset(  # methods by which views that are classes read the request themselves
    {"get_argument", "get_arguments", "get_query_argument", "get_query_arguments", "get_json_body",
     "get_body_argument", "get_body_arguments", "get_cookie", "get_signed_cookie",
     "get_secure_cookie"}
)  # fmt: skip
PASSING_ON = frozenset(  # functions that give what they are given, or a part of it
    {"len", "int", "str", "float", "list", "sorted", "set", "tuple", "next", "iter", "sum", "min",
     "max", "abs", "round", "any", "all", "enumerate", "zip", "reversed", "filter", "map", "bool",
     "frozenset", "dict", "getattr", "Decimal"}
)  # fmt: skip
ACCESS = frozenset(
    {"permission", "permissions", "perm", "perms", "role", "roles", "scope", "scopes", "owner",
     "token", "csrf", "password", "superuser", "admin", "staff", "authenticated", "authed",
     "authorized", "authorised", "auth", "privilege", "privileges", "secret", "apikey", "login",
     "anonymous", "author", "jwt", "otp", "mfa", "totp", "access", "can", "allowed", "signature",
     "credentials", "forbidden", "nonce", "readonly", "writable"}
)  # fmt: skip
RESULT = frozenset(
    {"success", "succeeded", "successful", "ok", "error", "errors", "err", "failure", "failed",
     "fail", "valid", "invalid", "reason", "problem", "problems", "exception", "code", "errormsg"}
)  # fmt: skip
PAGING = frozenset(
    {"page", "pages", "size", "limit", "offset", "skip", "count", "total", "index", "idx", "per",
     "start", "end", "cursor", "bytes", "length", "len", "chunk", "width", "height", "progress",
     "position", "rows", "number", "num", "max", "min", "step", "batch", "retry", "attempt"}
)  # fmt: skip
TIME = frozenset(
    {"time", "date", "datetime", "delta", "timedelta", "now", "today", "day", "days", "hour",
     "hours", "minute", "minutes", "seconds", "second", "expires", "expiry", "expire", "at",
     "timestamp", "timeout", "interval", "duration", "ttl", "month", "year", "utcnow", "created",
     "updated", "started", "since", "until", "ms", "elapsed", "tz", "week", "weeks", "monotonic"}
)  # fmt: skip
NUMERIC = frozenset(
    {"amount", "price", "total", "sum", "qty", "quantity", "balance", "cost", "score", "points",
     "stock", "rate", "fee", "tax", "discount", "credit", "credits", "weight", "volume", "count",
     "remaining", "capacity", "subtotal", "salary", "rank", "likes", "wins", "losses"}
)  # fmt: skip
PATHS = frozenset(
    {"dir", "path", "folder", "file", "filename", "filepath", "directory", "suffix", "stem", "ext",
     "extension", "root", "url", "uri", "mime", "mimetype", "parent", "parents", "basename",
     "iterdir", "glob", "rglob", "stat"}
)  # fmt: skip
VIEWS = frozenset(
    {"table", "tables", "view", "column", "columns", "widget", "block", "blocks", "modal", "menu",
     "chart", "html", "css", "ui", "layout", "tab", "tabs", "panel", "theme"}
)  # fmt: skip
SHOWING = frozenset(
    {"render", "flash", "log", "logger", "logging", "print", "info", "warning", "debug", "error",
     "exception", "success", "messages", "message", "echo", "secho", "append", "extend", "redirect",
     "abort", "jsonify", "raise", "format", "template", "critical", "warn", "response", "write",
     "add_message", "style", "stdout", "stderr", "console", "trace", "gettext", "setdefault", "ack",
     "tag", "text", "insert", "respond", "reply", "send_message", "modal"}
)  # fmt: skip
LOOKING_UP = frozenset(
    {"get", "find", "fetch", "load", "by", "search", "query", "first", "lookup", "exists", "one",
     "retrieve", "read", "select", "exist", "check"}
)  # fmt: skip
COMMANDING = frozenset(
    {"create", "update", "delete", "remove", "save", "add", "send", "set", "register", "cancel",
     "approve", "reject", "place", "pay", "charge", "refund", "assign", "unassign", "publish",
     "notify", "start", "stop", "close", "open", "enable", "disable", "activate", "deactivate",
     "insert", "store", "write", "reset", "revoke", "grant", "invite", "confirm", "execute",
     "dispatch", "enqueue", "schedule", "archive", "restore", "import", "sync", "apply", "submit",
     "complete", "finish", "accept", "decline", "book", "ship", "transfer", "withdraw", "deposit",
     "reserve", "allocate", "subscribe", "unsubscribe", "follow", "unfollow", "renew", "suspend",
     "resume", "pause",
     "handle", "invoke", "run", "call", "process", "perform", "launch", "trigger", "emit", "push",
     "move", "merge", "upsert", "persist", "issue", "rotate", "invalidate", "edit", "change"}
)  # fmt: skip
MAILING = frozenset({"email", "mail", "sms", "notification", "webhook", "slack"})
_ACTOR = re.compile(
    r"^(?:(?:get_|find_|load_)?(?:current|logged|logged_in|auth|authenticated|active|requesting|"
    r"request|session|acting|me)_?(?:in_)?(?:active_)?(?:user|account|principal|identity|admin|"
    r"superuser|member|actor|operator)\w*|me|principal|actor|identity|auth|token_?data|viewer|"
    r"requester|caller)$",
    re.IGNORECASE,
)


def is_actor(name: str) -> bool:
    """Whether a name means whoever makes the request."""
    return bool(_ACTOR.match(name))


def mention(names: Iterable[str], vocabulary: frozenset[str]) -> bool:
    """Whether a word of one of the names is in a vocabulary."""
    return any(words(name) & vocabulary for name in names)
