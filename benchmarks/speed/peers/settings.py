"""Settings: the layers of a subject in the words of other linters."""

import json
from collections.abc import Iterator

from benchmarks.speed.subjects import Subject

_NAMES_OF_PYLINT = {
    "domain": "Domain",
    "application": "UseCase",
    "persistence": "Infrastructure",
    "adapters": "Interface",
}


def for_tach(subject: Subject) -> str:
    """Return layers, outermost first, and a module of tach for each of ours."""
    names = [name for name, _ in reversed(subject.layers)]
    modules = (
        f'\n[[modules]]\npath = "{module}"\nlayer = "{name}"\n'
        for name, module in subject.modules()
    )
    return f'source_roots = ["."]\nlayers = {json.dumps(names)}\n{"".join(modules)}'


def for_inwards(subject: Subject) -> str:
    """Return layers, innermost first."""
    layers = (
        f'  {{ name = "{name}", modules = {json.dumps(subject.full_names(name))} }},\n'
        for name, _ in subject.layers
    )
    return f"[tool.inwards]\nlayers = [\n{''.join(layers)}]\n"


def for_deply(subject: Subject) -> str:
    """Return layers by folder, each denied what lies further out."""
    return "".join(_deply(subject))


def _deply(subject: Subject) -> Iterator[str]:
    yield f"deply:\n  paths:\n    - {subject.package}\n  layers:\n"
    for name, members in subject.layers:
        yield f"    - name: {name}\n      collectors:\n        - type: directory\n"
        yield f"          directories: {json.dumps(members)}\n"
    yield "  ruleset:\n"
    for number, (name, _) in enumerate(subject.layers[:-1]):
        outer = [further for further, _ in subject.layers[number + 1 :]]
        yield f"    {name}:\n      disallow_layer_dependencies: {json.dumps(outer)}\n"


def for_pyscn(subject: Subject) -> str:
    """Return layers by package, each allowed itself and what lies further in."""
    return "".join(_pyscn(subject))


def _pyscn(subject: Subject) -> Iterator[str]:
    yield "[architecture]\nenabled = true\n"
    for name, members in subject.layers:
        packages = json.dumps(members)
        yield f'\n[[architecture.layers]]\nname = "{name}"\npackages = {packages}\n'
    names = [name for name, _ in subject.layers]
    for number, name in enumerate(names):
        allowed = json.dumps(names[: number + 1])
        yield f'\n[[architecture.rules]]\nfrom = "{name}"\nallow = {allowed}\n'


def for_pylint(subject: Subject) -> str:
    """Return layers by module, under the names that the plug-in knows."""
    tables = (
        f'[[tool.clean-arch.layers]]\nname = "{_NAMES_OF_PYLINT[name]}"\nmodule = "{module}"\n'
        for name, module in subject.modules()
    )
    return "".join(tables)
