"""Keepers: whoever a use case works with only to have things kept and found again."""

import re

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.words import words_of

_NAMES = re.compile(
    r"(repo(sitor(y|ies|io))?s?|dao|store|storage|session|db|database|uow|unitofwork)$",
    re.IGNORECASE,
)
_VERBS = frozenset(
    {"get", "find", "list", "all", "add", "save", "create", "update", "delete", "remove", "exists",
     "count", "read", "write", "insert", "filter", "fetch", "load", "search", "store", "persist",
     "put", "upsert", "edit", "commit", "rollback", "flush", "by", "first", "one", "query",
     "select", "retrieve", "view", "bulk", "replace", "paginate"}
)  # fmt: skip


def is_keeper(name: str, known: ProjectClass | None) -> bool:
    """Whether an attribute, or the class of what it holds, only keeps things, by name or verbs."""
    if _NAMES.search(name) or (known and _NAMES.search(known.name)):
        return True
    if known is None:
        return False
    public = [m.name for heir in known.lineage for m in heir.fact.methods if m.is_public]
    return bool(public) and all(words_of(each)[0].lower() in _VERBS for each in public)
