"""The layers that a project names itself: `[[tool.archlint.layers]]`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import CONTEXT, Pattern, Subject
from archlint.model.place import Place
from archlint.settings.tables import Table
from archlint.settings.vocabulary import usual_role


@dataclass(frozen=True, slots=True)
class NamedLayers:
    """Layers innermost first, and where each of their patterns stands, by the layer's name."""

    layers: tuple[Layer, ...] = ()
    places: dict[tuple[str, Pattern], Place] = field(default_factory=dict)


def read_layers(settings: Table) -> NamedLayers:
    """Read all layer tables; a ring left out is one further out than the layer before."""
    layers: list[Layer] = []
    found = NamedLayers()
    for table in settings.tables("layers"):
        ring = layers[-1].ring + 1 if layers else 0
        layer = _read_layer(table, ring, found.places)
        if layer.name and any(layer.name == other.name for other in layers):
            table.wrong("name", f"a layer named {layer.name!r} stands above already")
        layers.append(layer)
    return NamedLayers(tuple(layers), found.places)


def _read_layer(table: Table, ring: int, places: dict[tuple[str, Pattern], Place]) -> Layer:
    name = table.text("name")
    if "name" not in table:
        table.wrong_table("a layer needs a name")
    given_ring = table.number("ring")
    role = table.choice("role", Role)
    patterns = list(_read_patterns(table))
    places.update({(name or "", pattern): place for pattern, place in patterns})
    layer = Layer(
        name=name or "",
        ring=ring if given_ring is None else given_ring,
        role=role if "role" in table else usual_role(name or ""),
        patterns=tuple(pattern for pattern, _ in patterns),
        independent=table.flag("independent"),
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
            if fault := _fault(text, subject):
                table.wrong_element(subject.value, index, fault)
            else:
                yield Pattern(text, subject), table.place_of_element(subject.value, index)
    if not given and not any(table.raw(subject.value) for subject in Subject):
        table.wrong_table("a layer needs modules or paths: which code belongs to it?")


_CAPTURE = re.compile(r"(?<!\{)\{\w*\}(?!\})")
_NAME = re.compile(r"[\w*?\[\]!-]+|\{context\}")


def _fault(text: str, subject: Subject) -> str:
    """Say what is wrong with a pattern, "" when nothing is."""
    if not text.strip():
        return "this pattern is empty"
    captures = _CAPTURE.findall(text)
    if strange := [capture for capture in captures if capture != CONTEXT]:
        return f"{strange[0]} in the pattern {text!r}: the only capture is {CONTEXT}"
    if len(captures) > 1:
        return f"the pattern {text!r} captures {CONTEXT} more than once"
    if captures and CONTEXT not in Pattern(text, subject).segments:
        return f"{CONTEXT} in the pattern {text!r} is not a whole segment"
    return _module_fault(text) if subject is Subject.MODULES else _path_fault(text)


def _module_fault(text: str) -> str:
    if "/" in text or text.endswith(".py"):
        return f"{text!r} is a path, not a dotted module name: write it under paths"
    strange = [part for part in text.split(".") if not _NAME.fullmatch(part)]
    return f"{text!r} is not a dotted module name" if strange else ""


def _path_fault(text: str) -> str:
    if "\\" in text:
        return f"{text!r} has a backslash: paths are written with forward slashes"
    parts = text.removesuffix("/").split("/")
    if text.startswith("/") or {"", ".", ".."} & set(parts):
        return f"{text!r} is not a path relative to this file, such as src/shop/domain/**"
    return ""
