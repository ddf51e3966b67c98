"""A layer: a ring of the architecture, and whom it may know."""

from dataclasses import dataclass
from enum import StrEnum

from archlint.model.architecture.faces import Face
from archlint.model.architecture.patterns import Pattern
from archlint.model.place import Place


class Role(StrEnum):
    """What a layer is for."""

    DOMAIN = "domain"
    APPLICATION = "application"
    ADAPTERS = "adapters"
    CONTROLLERS = "controllers"
    PERSISTENCE = "persistence"
    INFRASTRUCTURE = "infrastructure"
    COMPOSITION = "composition"
    SHARED = "shared"


CORE = frozenset({Role.DOMAIN, Role.APPLICATION})
_JOINING = frozenset({Role.COMPOSITION, Role.SHARED})
_FREE = _JOINING | {Role.PERSISTENCE, Role.INFRASTRUCTURE}
OUTSIDE = frozenset({Role.ADAPTERS, Role.CONTROLLERS, Role.PERSISTENCE, Role.INFRASTRUCTURE})


@dataclass(frozen=True, slots=True)
class Layer:
    """A ring: 0 is innermost. Layers of equal rings stand side by side.

    `role` is None for a layer that only the dependency rules judge. `declared` is where the
    settings name it, None for a layer that a style or a guess supplied. Of an `independent`
    layer neither its members nor the layers side by side with it may know one another. Past a
    `closed` layer those further out may not reach. `allowed_libraries` are the only third-party
    packages that it may import, by import name or distribution, and `face` is what other layers may
    import of it; None where nobody has said. `takes_baseline` says whether findings in it may stay
    in the baseline.
    """

    name: str
    ring: int
    role: Role | None = None
    patterns: tuple[Pattern, ...] = ()
    independent: bool = False
    closed: bool = False
    allowed_libraries: tuple[str, ...] | None = None
    face: Face | None = None
    takes_baseline: bool = True
    because: str = ""
    declared: Place | None = None

    @property
    def is_core(self) -> bool:
        """Whether business rules live here: the part that frameworks must stay out of."""
        return self.role in CORE

    def keeps_apart_from(self, other: "Layer") -> bool:
        """Whether the two stand side by side and one of them is independent.

        The composition root joins all layers, and what is shared is everybody's.
        """
        beside = self.ring == other.ring and self.name != other.name
        is_joined = _JOINING & {self.role, other.role}
        return beside and (self.independent or other.independent) and not is_joined

    def shuts_off(self, inner: "Layer", outer: "Layer") -> bool:
        """Whether it is closed and stands between the two.

        The composition root joins all layers, and what is shared is everybody's. Persistence and
        infrastructure implement what the inside asks for, which they have to know for it.
        """
        between = inner.ring < self.ring < outer.ring
        is_free = outer.role in _FREE or inner.role in _JOINING
        return self.closed and between and not is_free

    def does(self, one: str, many: str) -> str:
        """Return the name with a verb that agrees: `domain imports`, `adapters import`."""
        return f"{self.name} {many if self.name.endswith('s') else one}"

    def may_import(self, other: "Layer") -> bool:
        """Whether a dependency on `other` points inward, or sideways.

        The composition root may know everyone. Of the others only the outside may know it, which
        it starts and which fetches its parts there; for the core it would be a service locator
        (Seemann, Dependency Injection, 2019, chapter 5). Sideways imports of independent layers are
        another rule's business.
        """
        if self.name == other.name or self.role is Role.COMPOSITION:
            return True
        if other.role is Role.COMPOSITION:
            return self.role in OUTSIDE
        return other.ring <= self.ring
