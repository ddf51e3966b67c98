"""What a service is about, by the words of its name and of the module it stands in."""

from archlint.model.code.controller_evidence.vocabulary import COMMANDING, LOOKING_UP, words

KINDS = frozenset(
    {"service", "services", "use", "case", "cases", "usecase", "usecases", "interactor", "handler",
     "handlers", "command", "commands", "query", "queries", "repository", "repositories", "repo",
     "repos", "dao", "port", "ports", "interface", "interfaces", "abstract", "base", "impl", "sql",
     "alchemy", "sqlalchemy", "protocol", "gateway", "application", "app", "domain", "adapters",
     "core", "src", "api", "list", "all", "manager", "facade", "i", "async", "logic", "business",
     "in", "of", "for", "to", "and", "by", "with", "from", "init", "main", "module", "modules"}
)  # fmt: skip
BASIC = frozenset(
    {"logger", "logging", "mediator", "mapper", "config", "settings", "bus", "dispatcher", "sender",
     "container", "presenter", "serializer", "validator", "cache", "work", "uow", "session",
     "context", "request", "response", "auth", "authentication", "authorization", "permission",
     "permissions", "clock", "template", "templates", "notifier", "translator", "converter",
     "publisher", "metrics", "tracer", "storage", "audit", "jwt", "token", "tokens", "security",
     "provider", "factory", "access", "policy", "event", "events", "database", "db"}
)  # fmt: skip


NEAR = 2


def is_basic(name: str) -> bool:
    """Whether every controller may use a service of that name, whatever it is about."""
    return bool(words(near_name(name)) & BASIC)


def near_name(dotted: str) -> str:
    """Return how a service is called: `orders.service` where the last name says nothing."""
    home, _, last = dotted.rpartition(".")
    return last if words(last) - KINDS else f"{home.rpartition('.')[2]}.{last}".lstrip(".")


def subjects(dotted: str) -> frozenset[str]:
    """Return the words for what a service is about, in the singular.

    The package says it where neither class nor module does: `use_cases.order.create.Create`.
    """
    segments = dotted.split(".")
    for nearest in (NEAR, NEAR + 1):
        said = frozenset[str]().union(*map(words, segments[-nearest:]))
        if found := said - KINDS - COMMANDING - LOOKING_UP:
            return frozenset(map(_singular, found))
    return frozenset()


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
