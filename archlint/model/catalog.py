"""The catalog of libraries: what kind each is, and whether the core may know it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from archlint.model.architecture.layers import Role


class Policy(StrEnum):
    """Whether a layer of the core may import a library."""

    ALLOW = "allow"
    WARN = "warn"
    DENY = "deny"


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

    def policy_in(self, role: Role) -> Policy:
        """Return what a layer of that role may do with it."""
        if role is Role.DOMAIN:
            return self.in_domain
        return self.in_application if role is Role.APPLICATION else Policy.ALLOW


@dataclass(frozen=True)
class Catalog:
    """Libraries by import name, and what the settings say of a library or of a whole kind."""

    libraries: Mapping[str, Library] = field(default_factory=dict)
    overrides: Mapping[str, Policy] = field(default_factory=dict)

    def find(self, dotted: str) -> Library | None:
        """Return the library with the longest name that `dotted` is or lies below."""
        name = dotted
        while name:
            if library := self.libraries.get(name):
                return library
            name = name.rpartition(".")[0]
        return None

    def policy(self, dotted: str, role: Role) -> Policy | None:
        """Return what a layer of that role may do with what `dotted` names; None when unknown.

        A word of the settings about a part of a library beats one about the library, which beats
        one about its kind.
        """
        name = dotted
        while name:
            if override := self.overrides.get(name):
                return override
            name = name.rpartition(".")[0]
        library = self.find(dotted)
        if library is None:
            return None
        return self.overrides.get(library.kind) or library.policy_in(role)
