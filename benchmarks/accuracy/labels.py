"""Labels: what a reader said of places in public projects, and which layer is where."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer as a label file has it: `modules` are globs of dotted names below the root."""

    name: str
    rank: int
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A judged place. `rule` says what was found there, or that it is clean of something."""

    rule: str
    file: str
    line: int
    end_line: int
    symbol: str
    is_violation: bool
    is_clear: bool
    why: str

    def holds(self, file: str, line: int) -> bool:
        """Whether a line lies in it."""
        return file == self.file and self.line <= line <= self.end_line

    @property
    def is_whole_module(self) -> bool:
        """Whether it speaks of a file as a whole, and yields to anything narrower."""
        return self.symbol == "<module>"


@dataclass(frozen=True)
class Project:
    """The labels of one project at one commit; files are relative to the checkout."""

    name: str
    commit: str
    root: str
    layers: tuple[Layer, ...]
    items: tuple[Item, ...]

    def layer(self, path: str) -> Layer | None:
        """Return the layer of a file, by its path below the root: the first that names it."""
        module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        return next((layer for layer in self.layers if _names(layer, module)), None)

    @cached_property
    def address(self) -> str:
        """The project as its host names it: `owner/name`."""
        return self.name.replace("__", "/", 1)


def _names(layer: Layer, module: str) -> bool:
    return any(fnmatchcase(module, glob) for glob in layer.modules)


def projects_in(folder: Path) -> Iterator[Project]:
    """Yield the projects labelled in a folder and those below, in the order of their names."""
    files = folder.rglob("*__*.json")
    for file in sorted(files, key=lambda each: each.name.lower()):
        yield _project(json.loads(file.read_text(encoding="utf-8")))


def _project(told: dict[str, Any]) -> Project:
    layers = (Layer(x["name"], x.get("rank", 5), tuple(x["modules"])) for x in told["layers"])
    return Project(
        name=told["project"],
        commit=told["commit"],
        root=told.get("root", "."),
        layers=tuple(layers),
        items=tuple(map(_item, told["items"])),
    )


def _item(told: dict[str, Any]) -> Item:
    return Item(
        rule=told["rule"],
        file=told["file"],
        line=told["line"],
        end_line=told.get("end_line", told["line"]),
        symbol=told["symbol"],
        is_violation=told["verdict"] == "violation",
        is_clear=told["confidence"] != "borderline",
        why=told.get("why", ""),
    )
