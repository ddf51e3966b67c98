"""tach's domain files: configuration that lies beside the package it is about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from archlint.contracts.migration.configuration import (
    Configuration,
    Peer,
    TextOf,
    parsed_toml,
)
from archlint.model.modules import Module

FILE = "tach.domain.toml"
_ROOT = "<domain_root>"
_READ = frozenset({"root", "modules", "interfaces"})


def with_domains(
    configuration: Configuration, text_of: TextOf, modules: Iterable[Module]
) -> Configuration:
    """Return the configuration with what domain files say, by the whole names of modules.

    Raises BrokenConfigurationError.
    """
    content = dict(configuration.content or {})
    for package, domain in _domains(text_of, modules):
        said = domain.content or {}
        own = [{**said["root"], "path": _ROOT}] if isinstance(said.get("root"), dict) else []
        unread = {key: value for key, value in said.items() if key not in _READ}
        content |= {f"{key} of {domain.file}": value for key, value in unread.items()}
        content["modules"] = [
            *(content.get("modules") or []),
            *(_module(each, package, domain) for each in (*own, *(said.get("modules") or []))),
        ]
        content["interfaces"] = [
            *(content.get("interfaces") or []),
            *(_interface(each, package, domain) for each in said.get("interfaces") or []),
        ]
    return replace(configuration, content=content)


def _domains(text_of: TextOf, modules: Iterable[Module]) -> Iterator[tuple[str, Configuration]]:
    for module in modules:
        if module.is_package:
            file = f"{module.path.rpartition('/')[0]}/{FILE}"
            if (text := text_of(file)) is not None:
                yield module.name, Configuration(Peer.TACH, file, text, parsed_toml(file, text))


def _module(said: object, package: str, domain: Configuration) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise domain.wrong("a module is not a table", "^modules")
    lists = ("paths", "depends_on", "cannot_depend_on", "visibility")
    absolute = {
        key: [_absolute(each, package) for each in said[key]]
        for key in lists
        if isinstance(said.get(key), list)
    }
    if "path" in said:
        absolute["path"] = _absolute(said["path"], package)
    return {**said, **absolute}


def _interface(said: object, package: str, domain: Configuration) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise domain.wrong("an interface is not a table", "^interfaces")
    owners = said.get("from") or [_ROOT, rf"{_ROOT}\..*"]
    return {**said, "from": [_absolute(each, package) for each in owners]}


def _absolute(said: Any, package: str) -> Any:  # noqa: ANN401 - what is wrong is said later
    """Return a path counted from the source root, in a dependency or by itself."""
    if isinstance(said, dict):
        return {**said, "path": _absolute(said.get("path"), package)}
    if not isinstance(said, str):
        return said
    if said.startswith("//"):
        return said.removeprefix("//")
    if said.startswith(_ROOT):
        return said.replace(_ROOT, package, 1)
    return f"{package}.{said}"
