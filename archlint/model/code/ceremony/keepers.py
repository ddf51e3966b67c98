"""Keepers: whoever a use case works with only to have things kept and found again."""

import re

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.words import words_of

_NAMES = re.compile(
    r"(repo(sitor(y|ies|io))?s?|dao|store|storage|session|db|database|uow|unitofwork"
    r"|read(er)?|quer(y|ies)|finder)$",
    re.IGNORECASE,
)
WRITING = frozenset(
    {"add", "save", "create", "update", "delete", "remove", "write", "insert", "store", "persist",
     "put", "upsert", "edit", "commit", "rollback", "flush", "bulk", "replace"}
)  # fmt: skip
READING = frozenset(
    {"get", "find", "list", "all", "exists", "count", "read", "filter", "fetch", "load", "search",
     "by", "first", "one", "query", "select", "retrieve", "view", "paginate"}
)  # fmt: skip


def is_keeper(name: str, known: ProjectClass | None) -> bool:
    """Whether an attribute, or the class of what it holds, only keeps things.

    Its name says so, or all its methods do, one of which writes: what can only be read may be
    anywhere in the world.
    """
    if _NAMES.search(name) or (known and _NAMES.search(known.name)):
        return True
    if known is None:
        return False
    public = [m.name for heir in known.lineage for m in heir.fact.methods if m.is_public]
    verbs = {words_of(each)[0].lower() for each in public if words_of(each)}
    return bool(verbs & WRITING) and verbs <= WRITING | READING
