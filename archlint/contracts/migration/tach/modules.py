"""tach's modules, read from its configuration."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archlint.contracts.migration.configuration import Configuration
from archlint.contracts.migration.project import expression_pattern

ROOT = "<root>"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A module, or modules by a pattern, that another module names."""

    path: str
    is_deprecated: bool = False

    def matches(self, module: str) -> bool:
        """Whether it means a module of that name."""
        return any(pattern.fullmatch(module) for pattern in map(expression_pattern, self.readings))

    @property
    def readings(self) -> tuple[str, ...]:
        """The path with and without its `**`, which may stand for nothing at all in tach."""
        parts = self.path.split(".")
        rest = [part for part in parts if part != "**"]
        return (self.path,) if rest == parts else (self.path, ".".join(rest))


@dataclass(frozen=True, slots=True)
class TachModule:
    """A module, or several by a pattern; `depends_on` is None where it may depend on all.

    `strange` are the keys that nobody reads.
    """

    path: str
    depends_on: tuple[Dependency, ...] | None
    cannot_depend_on: tuple[Dependency, ...] = ()
    layer: str = ""
    visibility: tuple[Dependency, ...] | None = None
    is_utility: bool = False
    is_unchecked: bool = False
    libraries: tuple[str, ...] | None = None
    denied_libraries: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TachLayer:
    """A layer; tach names the highest first."""

    name: str
    is_closed: bool = False


def read_layers(configuration: Configuration) -> tuple[TachLayer, ...]:
    """Read the layers, the highest first."""
    return tuple(_layers(configuration, _content(configuration).get("layers") or []))


def read_modules(configuration: Configuration) -> Iterator[TachModule]:
    """Read the modules; raise BrokenConfigurationError where one is not as tach wants it."""
    modules = _content(configuration).get("modules") or []
    if not isinstance(modules, list):
        raise configuration.wrong("modules is not a list of tables", "^modules")
    for index, said in enumerate(modules):
        needles = [_MODULE] * (index + 1)
        if not isinstance(said, dict):
            raise configuration.wrong(f"module {index + 1} is not a table", *needles)
        paths = said.get("paths") or [said.get("path")]
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise configuration.wrong(f"module {index + 1} has no path", *needles)
        for path in paths:
            try:
                yield _module(str(path), said)
            except TypeError as error:
                raise configuration.wrong(f"module {path}: {error}", *needles) from None


_MODULE = r"^\s*\[\[ *(?:tool\.tach\.)?modules *\]\]|^\s*- +paths?:"


def _content(configuration: Configuration) -> dict[str, Any]:
    return dict(configuration.content or {})


def _layers(configuration: Configuration, said: list[Any]) -> Iterator[TachLayer]:
    for each in said:
        if isinstance(each, str):
            yield TachLayer(each)
        elif isinstance(each, dict) and isinstance(each.get("name"), str):
            yield TachLayer(each["name"], each.get("closed") is True)
        else:
            raise configuration.wrong(f"{each!r} is no layer", r"^\s*layers\b")


def _module(path: str, said: dict[str, Any]) -> TachModule:
    return TachModule(
        path=ROOT if path == "." else path,
        depends_on=_dependencies(said, "depends_on"),
        cannot_depend_on=_dependencies(said, "cannot_depend_on") or (),
        layer=str(said.get("layer") or ""),
        visibility=_dependencies(said, "visibility"),
        is_utility=said.get("utility") is True,
        is_unchecked=said.get("unchecked") is True,
        libraries=_texts(said, "depends_on_external"),
        denied_libraries=_texts(said, "cannot_depend_on_external") or (),
        strange=tuple(key for key in said if key not in _READ),
    )


_READ = frozenset(
    {
        *("path", "paths", "depends_on", "cannot_depend_on", "layer", "visibility", "utility"),
        *("unchecked", "depends_on_external", "cannot_depend_on_external"),
    }
)


def _texts(said: dict[str, Any], key: str) -> tuple[str, ...] | None:
    values = said.get(key)
    if values is not None and not isinstance(values, list):
        raise TypeError(f"{key} is not a list")
    return None if values is None else tuple(map(str, values))


def _dependencies(said: dict[str, Any], key: str) -> tuple[Dependency, ...] | None:
    """Read a list of modules; raise TypeError where it is none."""
    values = said.get(key)
    if values is None:
        return None
    if not isinstance(values, list):
        raise TypeError(f"{key} is not a list")
    return tuple(_dependency(value, key) for value in values)


def _dependency(value: object, key: str) -> Dependency:
    if isinstance(value, str):
        return Dependency(value)
    if isinstance(value, dict) and isinstance(value.get("path"), str):
        return Dependency(value["path"], value.get("deprecated") is True)
    raise TypeError(f"{value!r} in {key} is no module")
