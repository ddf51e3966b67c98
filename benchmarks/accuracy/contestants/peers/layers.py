"""Layers: those of a label file, in the words of the settings of peers."""

import json
from collections.abc import Iterator

from benchmarks.accuracy.contest import Subject
from benchmarks.accuracy.groups import GROUPS

_DOMAIN = 1
_CORE = 2
"""The ranks of domain and use cases; further out lie the adapters, at 9 what joins them all."""
_ADAPTERS = (3, 4, 5)
_FAT = next(group for group in GROUPS if group.violation == "fat-controller")


def files(subject: Subject) -> Iterator[tuple[str, int]]:
    """Yield each labelled file below the root, with the rank of its layer."""
    for path in sorted(subject.root.rglob("*.py")):
        below = path.relative_to(subject.root).as_posix()
        if layer := subject.project.layer(below):
            yield below, layer.rank


def module(path: str) -> str:
    """Return the dotted name of a file."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def is_inner(subject: Subject, path: str) -> bool:
    """Whether a file lies where it is to know nothing of what is further out."""
    layer = subject.project.layer(path)
    return layer is not None and layer.rank <= _CORE


def for_inwards(subject: Subject) -> str:
    """Return layers for inwards: adapters are one layer, what puts all together belongs to none.

    Its rule for endpoints, off by default, is switched on. It denies frameworks to the innermost
    layer, so what is shared is one with the domain.
    """
    members: dict[int, list[str]] = {}
    for path, rank in files(subject):
        if rank <= max(_ADAPTERS) and path != "__init__.py":
            ring = max(_DOMAIN, min(rank, _ADAPTERS[0]))
            members.setdefault(ring, []).append(module(path))
    layers = (
        f'  {{ name = "ring{rank}", modules = {json.dumps(names)} }},\n'
        for rank, names in sorted(members.items())
    )
    rules = '[tool.inwards.rules]\nextend-select = ["INW012"]\n'
    return f"[tool.inwards]\nlayers = [\n{''.join(layers)}]\n{rules}"


def for_pylint(subject: Subject) -> str:
    """Return layers for pylint-clean-architecture, module by module."""
    names = {0: "Domain", 1: "Domain", 2: "UseCase", 3: "Infrastructure", 4: "Interface"}
    tables = (
        f'[[tool.clean-arch.layers]]\nname = "{names[rank]}"\nmodule = "{module(path)}"\n'
        for path, rank in files(subject)
        if rank in names
    )
    return "".join(tables)


def for_taut(subject: Subject) -> str:
    """Return roles for taut; adapters on both sides may know whom they like.

    Its routers are the files of which the labels say that there are controllers.
    """
    names = {0: "model", 1: "model", 2: "service", 3: "adapter", 4: "adapter", 9: "bootstrap"}
    routers = {i.file for i in subject.project.items if i.rule in (_FAT.violation, _FAT.clean)}
    members: dict[str, list[str]] = {}
    for path, rank in files(subject):
        if rank in names:
            is_router = rank in _ADAPTERS and subject.path(path) in routers
            members.setdefault("router" if is_router else names[rank], []).append(path)
    known = list(members)
    inner = {"model": ["model"], "service": ["model", "service"]}
    allowed = {role: [r for r in inner.get(role, known) if r in members] for role in known}
    return "".join(_taut(members, allowed))


def _taut(members: dict[str, list[str]], allowed: dict[str, list[str]]) -> Iterator[str]:
    yield "[tool.taut]\nschema_version = 5\n"
    yield 'providers = ["taut.python-core", "taut.sqlalchemy", "taut.fastapi"]\n'
    for role, paths in members.items():
        yield f"[tool.taut.roles.{role}]\ninclude = {json.dumps(paths)}\n"
    yield "[tool.taut.allow]\n"
    for role, names in allowed.items():
        yield f"{role} = {json.dumps(names)}\n"
    yield "[tool.taut.assurance.features]\n"
    for feature in ("database", "transaction", "external_calls"):
        yield f'{feature} = "required"\n'
    for feature in _UNUSED:
        yield f'{feature} = "absent"\n'


_UNUSED = (
    "api", "schema", "dto", "snapshot", "exception_registry", "enum", "security", "tests",
    "migrations", "scripts",
)  # fmt: skip
