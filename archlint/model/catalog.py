"""The catalog of libraries: what kind each is, and whether the core may know it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from archlint.model.architecture.layers import Role


class Policy(StrEnum):
    """Whether a layer of the core may import a library."""

    ALLOW = "allow"
    WARN = "warn"
    DENY = "deny"


JUDGED = "judged"
"""The kind of a library that only the settings know."""

ANY_REST = "*"
"""Ends the name of an entry that stands for all packages whose names begin so: `mypy_boto3_*`."""

_DESCRIBED = {
    "web": "a web framework",
    "orm": "an ORM",
    "db-driver": "a database driver",
    "http-client": "an HTTP client",
    "queue": "a message queue",
    "cloud": "a cloud service",
    "saas": "a service of somebody else",
    "cli": "a command line framework",
    "gui": "a user interface toolkit",
    "template": "a template engine",
    "auth": "an authentication library",
    "io": "input and output",
    "di": "a dependency injection framework",
    "ml": "a computation library",
    "rpc": "a remote procedure call framework",
    "graphql": "a GraphQL framework",
    "workflow": "a workflow engine",
    JUDGED: "a library that the settings judge",
}


@dataclass(frozen=True, slots=True)
class Library:
    """A library by its import name, which may be a dotted part of it (`google.cloud`).

    `kind` is a word of the catalog: web, orm, db-driver, http-client, queue, validation, pure, ...
    """

    name: str
    kind: str
    distribution: str
    in_domain: Policy
    in_application: Policy

    @property
    def described(self) -> str:
        """The kind in words, with its article."""
        return _DESCRIBED.get(self.kind, f"a {self.kind} library")

    @property
    def is_stdlib(self) -> bool:
        """Whether it comes with Python."""
        return self.distribution == "-stdlib-"

    @property
    def package(self) -> str:
        """What is installed as one: the distribution, or the module of the standard library."""
        return self.name if self.is_stdlib else self.distribution or self.name

    def policy_in(self, role: Role) -> Policy:
        """Return what a layer of that role may do with it."""
        if role is Role.DOMAIN:
            return self.in_domain
        return self.in_application if role is Role.APPLICATION else Policy.ALLOW


def _nothing(_: str) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Catalog:
    """Libraries by import name, and what the settings say of a library or of a whole kind.

    `topics` says what an installed package is about, in its own words, where that can be known.
    """

    libraries: Mapping[str, Library] = field(default_factory=dict)
    overrides: Mapping[str, Policy] = field(default_factory=dict)
    topics: Callable[[str], tuple[str, ...]] = _nothing

    def find(self, dotted: str) -> Library | None:
        """Return the library with the longest name that `dotted` is or lies below.

        What the settings alone name is a library, too.
        """
        for name in _upwards(dotted):
            if library := self.libraries.get(name):
                return library
        return self._of_family(dotted) or self._judged(dotted)

    def policy(self, dotted: str, role: Role) -> Policy | None:
        """Return what a layer of that role may do with what `dotted` names; None when unknown.

        A word of the settings about a part of a library beats one about the library, which beats
        one about its kind.
        """
        return self.override(dotted) or self._usual(dotted, role)

    def override(self, dotted: str) -> Policy | None:
        """Return what the settings say of a library, of its nearest part, or of its kind."""
        for name in _upwards(dotted):
            if name in self.overrides and not self._is_only_a_kind(name):
                return self.overrides[name]
        library = self.find(dotted)
        return self.overrides.get(library.kind) if library else None

    def unknown_package(self, dotted: str) -> str:
        """Return the package of a name that nobody has judged, "" where one has.

        Of a namespace package of which the catalog knows parts, that is a part: `google.ads`.
        """
        top, _, rest = dotted.partition(".")
        if not top or self.find(dotted) or self.override(dotted):
            return ""
        if top not in self._namespaces:
            return top
        return f"{top}.{rest.partition('.')[0]}" if rest else ""

    def package_of(self, dotted: str) -> str:
        """Return the name under which a package is told: the catalog's, or its first one."""
        library = self.find(dotted)
        return library.name if library else self.unknown_package(dotted) or dotted

    def is_among(self, dotted: str, names: Iterable[str]) -> bool:
        """Whether one of the names means what `dotted` names, or something around it.

        They are import names, or names of distributions, in any spelling of these.
        """
        library = self.find(dotted)
        distribution = _spelled(library.distribution) if library else ""
        around = {_segments(name) for name in _upwards(dotted)}
        return any(_segments(n) in around or _spelled(n) == distribution for n in names)

    def _usual(self, dotted: str, role: Role) -> Policy | None:
        library = self.find(dotted)
        return library.policy_in(role) if library else None

    def _of_family(self, dotted: str) -> Library | None:
        top = dotted.partition(".")[0]
        for family in self._families:
            if top.startswith(family.name.removesuffix(ANY_REST)):
                return replace(family, name=top)
        return None

    def _judged(self, dotted: str) -> Library | None:
        for name in _upwards(dotted):
            if name in self.overrides and not self._is_only_a_kind(name):
                policy = self.overrides[name]
                return Library(name, JUDGED, "", policy, policy)
        return None

    def _is_only_a_kind(self, name: str) -> bool:
        """Whether a word of the settings means a kind, such as `queue`, and no module."""
        return name in self._kinds and name not in self.libraries

    @cached_property
    def tops(self) -> frozenset[str]:
        """The first names of all libraries."""
        return frozenset(name.partition(".")[0] for name in (*self.libraries, *self.overrides))

    @cached_property
    def _kinds(self) -> frozenset[str]:
        return frozenset(library.kind for library in self.libraries.values())

    @cached_property
    def _families(self) -> tuple[Library, ...]:
        return tuple(x for name, x in self.libraries.items() if name.endswith(ANY_REST))

    @cached_property
    def _namespaces(self) -> frozenset[str]:
        """The first names of libraries that are known in parts only."""
        named = (*self.libraries, *self.overrides)
        tops = {name.partition(".")[0] for name in named if "." in name}
        return frozenset(top for top in tops if top not in named)


def _spelled(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _segments(dotted: str) -> tuple[str, ...]:
    return tuple(dotted.lower().replace("-", "_").split("."))


def _upwards(dotted: str) -> Iterator[str]:
    """Yield a dotted name, then what it lies in, outwards."""
    while dotted:
        yield dotted
        dotted = dotted.rpartition(".")[0]
