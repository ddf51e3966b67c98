"""Patterns that say which modules or files belong to a layer."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import translate
from functools import cached_property, lru_cache

CONTEXT = "{context}"


class Subject(StrEnum):
    """What a pattern is compared with."""

    MODULES = "modules"
    PATHS = "paths"


@dataclass(frozen=True)
class Pattern:
    """A dotted module pattern or a path glob: `*` is one segment, `**` any number, `{context}` one.

    A pattern covers what lies below it, too; a module pattern that ends in `__init__` covers that
    package's own module alone.
    """

    text: str
    subject: Subject = Subject.MODULES

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The parts between dots or slashes."""
        return tuple(self.text.strip("/").split("/" if self.subject is Subject.PATHS else "."))

    @cached_property
    def is_literal(self) -> bool:
        """Whether it has no wildcard."""
        return not any(_is_wild(segment) for segment in self.segments)

    @cached_property
    def specificity(self) -> tuple[int, int, int]:
        """Compare two patterns by this: the greater one says more about what it matches.

        No wildcard beats a wildcard, then more literal segments, then fewer wildcards.
        """
        wild = sum(_is_wild(segment) for segment in self.segments)
        return (int(self.is_literal), len(self.segments) - wild, -wild)

    def member(self, module: str, path: str) -> str:
        """Return the name just below this pattern on the way to a module that it covers.

        A pattern that ends in a `*` names the parts itself. "" for the module that it names,
        and where a `**` hides what lies below it.
        """
        named = self._named
        if "**" in named or not named:
            return ""
        is_path = self.subject is Subject.PATHS
        names = path.removesuffix(".py").split("/") if is_path else module.split(".")
        below = names[len(named) - (named[-1] == "*") :]
        return "" if not below or below[0] == "__init__" else below[0]

    @property
    def _named(self) -> tuple[str, ...]:
        """The segments that name something: what lies below is covered anyway."""
        return self.segments[:-1] if self.segments[-1] == "**" else self.segments

    def root(self, module: str, path: str) -> str:
        """Return the dotted name of what this pattern names, above or at a module that it covers.

        "" where a `**` hides it, or where a path begins above every package.
        """
        named = self._named
        if "**" in named:
            return ""
        is_path = self.subject is Subject.PATHS
        names = path.removesuffix(".py").split("/") if is_path else module.split(".")
        below = names[len(named) :]
        if below[-1:] == ["__init__"]:
            below.pop()
        dotted = module.split(".")
        return ".".join(dotted[: len(dotted) - len(below)])

    def match(self, module: str, path: str) -> "Match | None":
        """Return how this covers the module, or None when it does not."""
        subject = path.split("/") if self.subject is Subject.PATHS else module.split(".")
        if self.subject is Subject.MODULES and path.endswith("/__init__.py"):
            subject = [*subject, "__init__"]
        depth = _match(self.segments, tuple(subject))
        return None if depth is None else Match(self, tuple(subject[:depth]))


@dataclass(frozen=True)
class Match:
    """A pattern that covers a module; `home` are the segments of it up to what {context} stood for.

    () where the pattern captures no context.
    """

    pattern: Pattern
    home: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """What `{context}` stood for, or ""."""
        return self.home[-1] if self.home else ""


def _is_wild(segment: str) -> bool:
    return segment == CONTEXT or any(mark in segment for mark in "*?[")


@lru_cache(maxsize=4096)
def _expression(segment: str) -> re.Pattern[str]:
    return re.compile(translate(segment))


def _match(pattern: tuple[str, ...], subject: tuple[str, ...]) -> int | None:
    """Return how deep the captured context lies (0 without one) when `pattern` covers `subject`."""
    if not pattern:
        return 0
    if pattern[0] == "**":
        return _match_anywhere(pattern[1:], subject)
    if not subject or not _covers(pattern[0], subject[0]):
        return None
    depth = _match(pattern[1:], subject[1:])
    if depth is None or pattern[0] == CONTEXT:
        return None if depth is None else 1
    return depth and depth + 1


def _match_anywhere(pattern: tuple[str, ...], subject: tuple[str, ...]) -> int | None:
    for skipped in range(len(subject) + 1):
        depth = _match(pattern, subject[skipped:])
        if depth is not None:
            return depth and depth + skipped
    return None


def _covers(segment: str, name: str) -> bool:
    if segment in {CONTEXT, name}:
        return True
    return _is_wild(segment) and _expression(segment).match(name) is not None
