"""The layers that a project names itself: `[[tool.archlint.layers]]`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern, Subject
from archlint.model.place import Place
from archlint.settings.face_keys import FacePlaces, read_face
from archlint.settings.pattern_texts import pattern_fault
from archlint.settings.tables import Table
from archlint.settings.vocabulary import usual_role


@dataclass(frozen=True, slots=True)
class NamedLayers:
    """Layers innermost first, and where each of their patterns stands, by the layer's name.

    `libraries` are where the layers name a library, `faces` where they name what is public.
    """

    layers: tuple[Layer, ...] = ()
    places: dict[tuple[str, Pattern], Place] = field(default_factory=dict)
    libraries: dict[str, Place] = field(default_factory=dict)
    faces: FacePlaces = field(default_factory=dict)


def read_layers(settings: Table) -> NamedLayers:
    """Read all layer tables; a ring left out is one further out than the layer before."""
    layers: list[Layer] = []
    found = NamedLayers()
    for table in settings.tables("layers"):
        ring = layers[-1].ring + 1 if layers else 0
        layer = _read_layer(table, ring, found)
        if layer.name and any(layer.name == other.name for other in layers):
            table.wrong("name", f"a layer named {layer.name!r} stands above already")
        layers.append(layer)
    return replace(found, layers=tuple(layers))


def _read_layer(table: Table, ring: int, found: NamedLayers) -> Layer:
    name = table.text("name")
    if "name" not in table:
        table.wrong_table("a layer needs a name")
    given_ring = table.number("ring")
    role = table.choice("role", Role)
    patterns = list(_read_patterns(table))
    found.places.update({(name or "", pattern): place for pattern, place in patterns})
    layer = Layer(
        name=name or "",
        ring=ring if given_ring is None else given_ring,
        role=role if "role" in table else usual_role(name or ""),
        patterns=tuple(pattern for pattern, _ in patterns),
        independent=table.flag("independent"),
        closed=table.flag("closed"),
        allowed_libraries=_read_libraries(table, found.libraries),
        face=read_face(table, found.faces),
        takes_baseline=table.flag("baseline") or "baseline" not in table,
        because=table.text("because") or "",
        declared=table.place(),
    )
    table.close()
    return layer


def _read_patterns(table: Table) -> Iterator[tuple[Pattern, Place]]:
    given: Sequence[str] = ()
    for subject in Subject:
        texts = table.texts(subject.value)
        given = [*given, *(texts or ())]
        for index, text in enumerate(texts or ()):
            if fault := pattern_fault(text, subject, ": write it under paths"):
                table.wrong_element(subject.value, index, fault)
            else:
                yield Pattern(text, subject), table.place_of_element(subject.value, index)
    if not given and not any(table.raw(subject.value) for subject in Subject):
        table.wrong_table("a layer needs modules or paths: which code belongs to it?")


_LIBRARY = re.compile(r"[A-Za-z_](?:[\w.-]*\w)?")


def _read_libraries(table: Table, places: dict[str, Place]) -> tuple[str, ...] | None:
    key = "allowed-libraries"
    names = table.texts(key)
    for index, name in enumerate(names or ()):
        if _LIBRARY.fullmatch(name):
            places.setdefault(name, table.place_of_element(key, index))
        else:
            table.wrong_element(key, index, f"{name!r} is no name of a library, such as attrs")
    return names
