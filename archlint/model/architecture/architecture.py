"""The architecture of a project: its layers, and which module lies in which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from archlint.model.architecture.allowances import Allowance
from archlint.model.architecture.contexts import Contexts
from archlint.model.architecture.layers import Layer
from archlint.model.architecture.patterns import Match, Pattern, Subject
from archlint.model.modules import Module


class DomainModel(StrEnum):
    """What an entity is meant to be, which decides what counts as a pitfall."""

    RICH = "rich"
    ACTIVE_RECORD = "active-record"
    FUNCTIONAL = "functional"


@dataclass(frozen=True, slots=True)
class Membership:
    """Where a module belongs.

    `home` are the segments of the module or path up to the bounded context that a pattern captured,
    () where it captured none; `member` the part of the layer,
    by its name just below the pattern, or ""; `root` the dotted name of what the pattern names, or
    "" where that cannot be told.
    """

    layer: Layer
    home: tuple[str, ...] = ()
    member: str = ""
    root: str = ""

    @property
    def context(self) -> str:
        """The bounded context that a pattern captured, or ""."""
        return self.home[-1] if self.home else ""

    def below(self, module: str) -> tuple[str, ...] | None:
        """Return the names on the way from what the pattern names to a module, None if unknown."""
        if not self.root:
            return None
        return tuple(filter(None, module.removeprefix(self.root).split(".")))

    def keeps_apart_from(self, other: "Membership") -> bool:
        """Whether the two are parts that are said to be independent."""
        if self.layer is not other.layer:
            return self.layer.keeps_apart_from(other.layer)
        if not self.member or not other.member or not self.layer.independent:
            return False
        return (self.root, self.member) != (other.root, other.member)


class TieError(Exception):
    """Two patterns of different layers say equally much about one module."""

    def __init__(self, module: Module, first: Pattern, second: Pattern) -> None:
        super().__init__(f"{module.name} matches {first.text} and {second.text} equally well")
        self.module = module
        self.patterns = (first, second)


@dataclass(frozen=True)
class Architecture:
    """Layers innermost first, and what the domain model is meant to be.

    `roles`, `contexts` and `allowances` are what the settings say of classes, of bounded contexts
    and of breaches that may stay.
    `controller_decorators` and `controller_bases` name handlers that archlint does not know.
    """

    layers: tuple[Layer, ...]
    domain_model: DomainModel = DomainModel.RICH
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    controller_decorators: tuple[str, ...] = ()
    controller_bases: tuple[str, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    contexts: Contexts = field(default_factory=Contexts)

    def membership(self, module: Module) -> Membership | None:
        """Return where the module belongs by its most specific pattern.

        Raises TieError when patterns of two layers are equally specific.
        """
        matches = [*self._literal_matches(module), *self._wild_matches(module)]
        if not matches:
            return None
        layer, best = max(matches, key=lambda match: match[1].pattern.specificity)
        for other, match in matches:
            if other is not layer and match.pattern.specificity == best.pattern.specificity:
                raise TieError(module, best.pattern, match.pattern)
        member = best.pattern.member(module.name, module.path)
        root = best.pattern.root(module.name, module.path)
        return Membership(layer, best.home, member, root)

    def _wild_matches(self, module: Module) -> Iterable[tuple[Layer, Match]]:
        for layer, pattern in self._wild:
            if match := pattern.match(module.name, module.path):
                yield layer, match

    def _literal_matches(self, module: Module) -> Iterable[tuple[Layer, Match]]:
        names = module.name.split(".")
        if module.is_package:
            names.append("__init__")
        for subject, segments in (
            (Subject.MODULES, names),
            (Subject.PATHS, module.path.split("/")),
        ):
            for length in range(1, len(segments) + 1):
                for layer, pattern in self._literal.get((subject, tuple(segments[:length])), ()):
                    yield layer, Match(pattern)

    @cached_property
    def _wild(self) -> list[tuple[Layer, Pattern]]:
        return [(x, p) for x in self.layers for p in x.patterns if not p.is_literal]

    @cached_property
    def _literal(self) -> Mapping[tuple[Subject, tuple[str, ...]], list[tuple[Layer, Pattern]]]:
        index: dict[tuple[Subject, tuple[str, ...]], list[tuple[Layer, Pattern]]] = defaultdict(
            list
        )
        for layer in self.layers:
            for pattern in layer.patterns:
                if pattern.is_literal:
                    index[pattern.subject, pattern.segments].append((layer, pattern))
        return index
