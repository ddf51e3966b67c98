"""References: values that say to which other thing something belongs."""

from archlint.model.code.controller_evidence.vocabulary import words
from archlint.model.facts.expressions import Expression, ExpressionKind

IDENTITIES = frozenset({"id", "pk", "uuid", "guid"})
ADDRESSES = IDENTITIES | {"slug", "username", "localname"}
"""What a thing is called by in the address of a request."""
PEOPLE = frozenset({"user", "owner", "author", "account", "member", "customer", "profile"})


def is_reference(held: Expression, owner: Expression, *rest: Expression) -> bool:
    """Whether one value refers to the other by its identity; people own, they hold nothing."""
    if rest or owner.kind is not ExpressionKind.ATTRIBUTE or owner.text not in IDENTITIES:
        return False
    named = owner.parts[0].text
    return held.text == f"{named}_{owner.text}" and not words(named) & PEOPLE
