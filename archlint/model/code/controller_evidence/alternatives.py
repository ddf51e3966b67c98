"""The alternatives of a handler: whom a project has for what handlers must not do themselves."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archlint.model.architecture.layers import Layer, Role
from archlint.model.code.classes.project_classes import ProjectClass

_UNIT_OF_WORK = re.compile(r"(?:Unit_?Of_?Work|UoW|Uow|UOW)(?!.*(?:Error|Exception|Factory))")


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What a project has: an application layer, interfaces of the core, a unit of work, or none.

    `use_cases` is how many modules of the application layer define something.
    """

    application: Layer | None = None
    port: ProjectClass | None = None
    unit_of_work: ProjectClass | None = None
    has_core: bool = False
    use_cases: int = 0


def alternatives(
    classes: Iterable[ProjectClass],
    ports: Iterable[ProjectClass],
    occupied: Iterable[str],
    layer_of: Callable[[str], Layer | None],
) -> Alternatives:
    """Return what a project has; `occupied` are the modules in which something is defined."""
    layers = [layer for module in occupied if (layer := layer_of(module))]
    return Alternatives(
        application=next((x for x in layers if x.role is Role.APPLICATION), None),
        port=next(iter(ports), None),
        unit_of_work=min(
            filter(is_unit_of_work, classes), key=lambda found: found.dotted, default=None
        ),
        has_core=any(layer.is_core for layer in layers),
        use_cases=sum(layer.role is Role.APPLICATION for layer in layers),
    )


def is_unit_of_work(known: ProjectClass) -> bool:
    """Whether a class decides when what was done to the store is final."""
    return bool(_UNIT_OF_WORK.search(known.name)) or any(
        _UNIT_OF_WORK.search(name) for name in known.ancestor_names
    )
