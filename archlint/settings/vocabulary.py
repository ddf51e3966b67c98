"""The vocabulary: which folder and module names usually say what a layer is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from archlint.model.architecture.layers import CORE, Role


class Strength(Enum):
    """How far a word decides."""

    STRONG = "strong"  # at any depth, except an inner word below an outer one
    WEAK = "weak"  # where no layer word stands above it
    REFINING = "refining"  # as WEAK, and below a word of its own side, inner or outer, too


@dataclass(frozen=True, slots=True)
class Word:
    """What a name of a folder or module says."""

    role: Role
    strength: Strength

    @property
    def is_strong(self) -> bool:
        """Whether it decides at any depth."""
        return self.strength is Strength.STRONG

    @property
    def is_inner(self) -> bool:
        """Whether it names a part of the core."""
        return self.role in CORE


@dataclass(frozen=True, slots=True)
class Company:
    """What an ambiguous name says among its siblings: `role`, if a layer of `beside` is there.

    It says nothing where a sibling already has one of the roles `unless`.
    """

    role: Role
    beside: frozenset[Role]
    unless: frozenset[Role]


@dataclass(frozen=True)
class Vocabulary:
    """The words of a style; `rings` are its roles, innermost first, with their distance.

    `cores` are the names that make the folder around them a program of its own: `api` is a layer,
    but not where it holds a `domain`. Below a `silent` name that is in no layer nothing decides:
    `contracts/repository.py` is no repository.
    """

    rings: Mapping[Role, int]
    words: Mapping[str, Word]
    cores: frozenset[str]
    silent: frozenset[str] = frozenset()
    ambiguous: Mapping[str, Company] = field(default_factory=dict)

    def word(self, name: str) -> Word | None:
        """Return what a name says on its own."""
        return self.words.get(name.lower())

    def among(self, name: str, siblings: frozenset[Role]) -> Word | None:
        """Return what an ambiguous name says among siblings with these roles."""
        company = self.ambiguous.get(name.lower())
        if company is None or not company.beside & siblings or company.unless & siblings:
            return None
        return Word(company.role, Strength.WEAK)


def _words(role: Role, strength: Strength, names: str) -> dict[str, Word]:
    return dict.fromkeys(names.split(), Word(role, strength))


_ROOT = _words(
    Role.COMPOSITION,
    Strength.WEAK,
    "main __main__ bootstrap container containers wiring composition composition_root di ioc"
    " launchers asgi wsgi manage",
)

_DOMAIN = "domain domains domain_model domain_layer"
_APPLICATION = (
    "application application_layer application_services application_business_rules"
    " use_cases use_case usecases usecase interactors interactor service_layer"
)

# Domain, application and a ring of details around them: the words that Clean, Hexagonal, Onion
# and DDD projects share. Misspellings and plurals are those that public projects really have.
RINGS = Vocabulary(
    rings={
        Role.DOMAIN: 0,
        Role.APPLICATION: 1,
        Role.ADAPTERS: 2,
        Role.CONTROLLERS: 2,
        Role.PERSISTENCE: 2,
        Role.INFRASTRUCTURE: 2,
        Role.COMPOSITION: 3,
    },
    words={
        **_words(Role.DOMAIN, Strength.STRONG, _DOMAIN),
        **_words(
            Role.DOMAIN,
            Strength.REFINING,
            "entities entity aggregates aggregate value_objects value_object valueobjects"
            " valueobject vo enterprise_business_rules",
        ),
        **_words(Role.APPLICATION, Strength.STRONG, _APPLICATION),
        **_words(Role.APPLICATION, Strength.WEAK, "ports port"),
        **_words(Role.ADAPTERS, Strength.STRONG, "adapters adapter interface_adapters outbound"),
        **_words(Role.ADAPTERS, Strength.WEAK, "gateways gateway"),
        **_words(
            Role.INFRASTRUCTURE,
            Strength.STRONG,
            "infrastructure infrastructures infra infraestructure infrastucture infrastruture"
            " infrastructure_layer frameworks_and_drivers frameworks_drivers",
        ),
        **_words(Role.PERSISTENCE, Strength.REFINING, "persistence persistance"),
        **_words(
            Role.PERSISTENCE, Strength.WEAK, "repositories repository dao daos database db orm"
        ),
        **_words(
            Role.CONTROLLERS,
            Strength.STRONG,
            "presentation presentation_layer entrypoints entrypoint entry_points inbound",
        ),
        **_words(
            Role.CONTROLLERS,
            Strength.REFINING,
            "controllers controller routers router routes endpoints blueprints servicers",
        ),
        **_words(
            Role.CONTROLLERS,
            Strength.WEAK,
            "api apis web webapi web_api web_app webapp rest rest_api http graphql grpc cli",
        ),
        **_ROOT,
    },
    cores=frozenset([*_DOMAIN.split(), *_APPLICATION.split()]),
    silent=frozenset({"protocols", "protocol", "contracts", "abstractions", "abstraction"}),
    ambiguous={
        "models": Company(Role.DOMAIN, frozenset({Role.APPLICATION}), frozenset({Role.DOMAIN})),
        "services": Company(
            Role.APPLICATION,
            frozenset({Role.DOMAIN, Role.PERSISTENCE}),
            frozenset({Role.APPLICATION}),
        ),
        "delivery": Company(Role.CONTROLLERS, CORE, frozenset({Role.CONTROLLERS})),
        "views": Company(Role.CONTROLLERS, CORE, frozenset({Role.CONTROLLERS})),
    },
)

# Technical layers over tables: here services know repositories, and repositories know models.
LAYERS = Vocabulary(
    rings={
        Role.DOMAIN: 0,
        Role.PERSISTENCE: 1,
        Role.APPLICATION: 2,
        Role.CONTROLLERS: 3,
        Role.COMPOSITION: 4,
    },
    words={
        **_words(Role.DOMAIN, Strength.WEAK, "models model entities entity domain"),
        **_words(
            Role.PERSISTENCE,
            Strength.WEAK,
            "repositories repository repos repo dao daos crud data_access persistence",
        ),
        **_words(Role.APPLICATION, Strength.WEAK, "services service business business_logic"),
        **_words(
            Role.CONTROLLERS,
            Strength.WEAK,
            "controllers controller routers router routes api apis endpoints blueprints views web"
            " presentation handlers",
        ),
        **_ROOT,
    },
    cores=frozenset({"services", "service"}),
    silent=frozenset({"adapters", "adapter", "integrations", "clients", "plugins", "utils"}),
)

# Names that Django itself gives to modules, and those its users agree on.
DJANGO = Vocabulary(
    rings={Role.DOMAIN: 0, Role.APPLICATION: 1, Role.CONTROLLERS: 2, Role.COMPOSITION: 3},
    words={
        **_words(Role.DOMAIN, Strength.WEAK, "models managers querysets"),
        **_words(Role.APPLICATION, Strength.WEAK, "services selectors use_cases usecases"),
        **_words(
            Role.CONTROLLERS,
            Strength.WEAK,
            "views viewsets serializers urls forms admin api templatetags management filtersets",
        ),
        **_words(Role.COMPOSITION, Strength.WEAK, "manage asgi wsgi"),
    },
    cores=frozenset({"models"}),
)

USUAL_NAMES: Mapping[str, Role] = {
    **{name: word.role for name, word in RINGS.words.items()},
    **{role.value: role for role in Role},
    "delivery": Role.CONTROLLERS,
    "shared_kernel": Role.SHARED,
}


def usual_role(layer: str) -> Role | None:
    """Return the role that a layer's name usually means ("Use Cases": application)."""
    return USUAL_NAMES.get(layer.strip().lower().replace("-", "_").replace(" ", "_"))
