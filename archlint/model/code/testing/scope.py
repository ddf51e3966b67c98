"""Scope: which tests are meant to try more than the core, as their places and markers say."""

import re
from collections.abc import Iterable

from archlint.model.facts.suites import Routine, Suite
from archlint.model.modules import Module

DJANGO_DB = "django_db"
_TOGETHER = frozenset(
    {"integration", "integrations", "integrated", "e2e", "functional", "functionals", "acceptance",
     "endtoend"}
)  # fmt: skip
_FOLDERS = frozenset(
    {"system", "smoke", "performance", "perf", "load", "bdd", "features", "benchmark",
     "benchmarks", "live", "api", "contract", "contracts"}
)  # fmt: skip
_MARKERS = _TOGETHER | frozenset(
    {"system", "smoke", "slow", "db", "database", "docker", "infrastructure", "external", "live",
     "network", "postgres", "postgresql", "mysql", "sqlite", "sqlalchemy", "mongo", "redis"}
)  # fmt: skip
_OUTER_WORDS = frozenset(
    {"repository", "repositories", "repo", "repos", "dao", "orm", "db", "database", "persistence",
     "sql", "sqlalchemy", "postgres", "mongo", "redis", "adapter", "adapters", "gateway", "api",
     "router", "routers", "routes", "controller", "controllers", "endpoint", "endpoints", "view",
     "views", "http", "cli", "graphql", "client", "migration", "migrations", "uow", "container",
     "mapper", "mappers", "mapping"}
)  # fmt: skip
_END_TO_END = re.compile(r"end[_-]?(to|2)[_-]?end")
_WORD = re.compile(r"[a-z]+(?:2[a-z]+)?|\d+")


def is_of_more(module: Module, suite: Suite) -> bool:
    """Whether a file of tests says that it tries more than the core, or something outside."""
    *folders, file = module.path.lower().split("/")
    own = _words([file.removesuffix(".py")])
    is_wide = bool((own | _words(folders)) & _TOGETHER or own & _OUTER_WORDS)
    return is_wide or any(map(_is_of_kind, folders)) or _is_marked(suite.markers)


def is_of_all(routine: Routine) -> bool:
    """Whether a test is marked as one that may need the outside."""
    return _is_marked(routine.markers)


def _is_of_kind(folder: str) -> bool:
    """Whether a folder is for one kind of tests: `api` or `api_tests`, but not `contract_law`."""
    words = _words([folder]) - {"test", "tests"}
    return bool(words) and words <= _FOLDERS


def _is_marked(markers: Iterable[str]) -> bool:
    named = [marker.lower() for marker in markers if marker != DJANGO_DB]
    return bool(_words(named) & _MARKERS)


def _words(names: Iterable[str]) -> set[str]:
    return {
        word
        for name in names
        for word in _WORD.findall(_END_TO_END.sub("endtoend", name).replace("e2e", " e2e "))
    }
