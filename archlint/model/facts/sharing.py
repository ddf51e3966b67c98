"""Sharing: the same name stands in thousands of facts, and needs room only once."""

from sys import intern


def share(fact: object, *attributes: str) -> None:
    """Let a frozen fact hold its texts as all others hold those that are equal."""
    for attribute in attributes:
        text = getattr(fact, attribute)
        if text:
            object.__setattr__(fact, attribute, intern(text))
