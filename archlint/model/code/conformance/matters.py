"""Matters: what the methods of an interface are about, where a collection is one thing."""

from collections import Counter
from collections.abc import Iterable, Mapping

from archlint.model.code.ceremony.keepers import READING, WRITING
from archlint.model.code.roles.words import words_of

_SEARCHING = frozenset({"search", "filter", "query", "view", "paginate"})
_COLLECTING = (READING | WRITING) - _SEARCHING | {
    "set",
    "register",
    "modify",
    "has",
    "contains",
    "is",
}
_JOINING = frozenset({"by", "with", "for", "from", "of", "in", "to", "and", "or", "where", "on"})
_VAGUE = frozenset(
    {"all", "one", "many", "first", "last", "bulk", "batch", "multi", "multiple", "item",
     "entity", "record", "async", "exist", "exists", "page", "paginated", "id", "ids", "uuid",
     "pk", "key", "identity", "new"}
)  # fmt: skip
_KINDS = frozenset(
    {"i", "abstract", "base", "interface", "protocol", "port", "repository", "repo", "dao",
     "gateway", "store", "storage", "service", "collection", "reader", "writer", "finder"}
)  # fmt: skip


def matters(port: str, methods: Iterable[str]) -> Mapping[str, str]:
    """Return what each method of an interface is about; methods with the same answer are one.

    Adding, finding by identity, listing, changing and removing one thing is a collection, and so
    one matter. A search for something, a change of a part and whatever else are matters of their
    own; but where most methods share a verb, as those of a visitor, that verb is the matter.
    """
    named = {name: [word.lower() for word in words_of(name)] for name in methods}
    own = {_single(word.lower()) for word in words_of(port)} - _KINDS
    first = Counter(words[0] for words in named.values() if words)
    common = {verb for verb, times in first.items() if times > max(2, len(named) / 2)} - _COLLECTING
    return {
        name: words[0] if words and words[0] in common else _matter(name, words, own)
        for name, words in named.items()
    }


def _matter(name: str, words: list[str], own: set[str]) -> str:
    """Return the thing that a method collects, or the name of one that does something else."""
    if not _COLLECTING.intersection(words[:1] + words[-1:]):
        return name
    end = next((place for place, word in enumerate(words) if word in _JOINING), len(words))
    *told, thing = ["", *(_single(word) for word in words[:end] if not _is_plain(word, own))]
    chosen = {_single(word) for word in words[end:] if not _is_plain(word, own)} - {thing}
    return name if any(told) or chosen else f"the collection of {thing or 'its own'}"


def _is_plain(word: str, own: set[str]) -> bool:
    """Whether a word says nothing that every collection of these things would not say."""
    return word in _COLLECTING | _VAGUE | _JOINING or _single(word) in own


def _single(word: str) -> str:
    return word.removesuffix("s") if not word.endswith("ss") else word
