"""Stretches: the part of a layer that lies in one bounded context, judged as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.layers import Layer
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.finding import Confidence, Evidence, Finding
from archlint.model.place import Place


@dataclass(frozen=True, slots=True)
class Stretch:
    """The classes of a layer in one context, by place; `home` is () where there are no contexts."""

    layer: Layer
    home: tuple[str, ...]
    owners: tuple[ProjectClass, ...]

    @property
    def of(self) -> str:
        """The context as a phrase, "" where there are none."""
        return f" of {self.home[-1]}" if self.home else ""

    @property
    def in_context(self) -> str:
        """The context as a place, "" where there are none."""
        return f" in {self.home[-1]}" if self.home else ""

    @property
    def place(self) -> Place:
        """Where it is told: at the layer's table, else at the first module concerned."""
        return self.layer.declared or Place(self._first.module.path, 1)

    @property
    def module(self) -> str:
        """The module of that place, "" for the settings."""
        return "" if self.layer.declared else self._first.module.name

    @property
    def target(self) -> str:
        """A name that no other stretch has."""
        return ":".join(filter(None, (self.layer.name, ".".join(self.home))))

    def told(self, rule: str, message: str, step: str, evidence: Iterable[Evidence]) -> Finding:
        """Return the finding of a rule about this stretch, with the next step to take."""
        return Finding(
            rule=rule,
            place=self.place,
            module=self.module,
            layer=self.layer.name,
            target=self.target,
            confidence=Confidence.MEDIUM,
            message=message,
            help=step,
            evidence=tuple(evidence),
            because=self.layer.because,
        )

    @property
    def _first(self) -> ProjectClass:
        return self.owners[0]


def stretches(
    owners: Iterable[ProjectClass], memberships: Mapping[str, Membership]
) -> Iterator[Stretch]:
    """Yield the stretches that classes lie in; those of no layer are left out."""
    found: dict[tuple[str, tuple[str, ...]], list[ProjectClass]] = {}
    layers: dict[str, Layer] = {}
    for owner in owners:
        if member := memberships.get(owner.module.name):
            layers[member.layer.name] = member.layer
            found.setdefault((member.layer.name, member.home), []).append(owner)
    for (name, home), here in found.items():
        yield Stretch(layers[name], home, tuple(sorted(here, key=_place)))


def share(part: int, every: int) -> str:
    """Say how many of all: `11 of the 12`, `all 12`."""
    return f"{part} of the {every}" if part < every else f"all {every}"


def _place(owner: ProjectClass) -> tuple[str, int]:
    return owner.module.path, owner.fact.line
