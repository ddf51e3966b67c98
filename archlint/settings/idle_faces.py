"""Faces that show nothing: what the settings call public and no module is."""

from collections.abc import Iterator, Mapping, Sequence

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.faces import Face
from archlint.model.code.contexts.residents import Residents
from archlint.model.modules import Module
from archlint.settings.mistakes import Mistake, shown
from archlint.settings.project import ProjectSettings

Names = tuple[str, ...]


def idle_faces(
    settings: ProjectSettings, modules: Sequence[Module], memberships: Mapping[str, Membership]
) -> Iterator[Mistake]:
    """Yield a warning for each name under `public` that no module has."""
    if not settings.face_places or settings.file is None:
        return
    inside = _inside(modules, memberships)
    for (layer, text), place in settings.face_places.items():
        if not any(Face((text,)).shows(below, is_package=False) for below in inside.get(layer, ())):
            owner = f"the layer {layer!r}" if layer else "the contexts"
            message = f"{text!r} is public of {owner}, and no module is named so"
            yield Mistake(shown(settings.file), place.line, place.column, message)


def _inside(
    modules: Sequence[Module], memberships: Mapping[str, Membership]
) -> Mapping[str, set[Names]]:
    """Return the names of modules counted from their layer, and, under "", from their context."""
    found: dict[str, set[Names]] = {"": set()}
    residents = Residents(modules, memberships)
    for module in modules:
        if residence := residents.residence(module.name):
            found[""].add(residence.below)
    for name, member in memberships.items():
        found.setdefault(member.layer.name, set()).add(member.below(name) or ())
    return found
