"""tach's modules and layers, said as rulings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from archlint.contracts.migration.configuration import Configuration
from archlint.contracts.migration.outcomes import UNKNOWN, Item, Outcome
from archlint.contracts.migration.project import Project
from archlint.contracts.migration.rulings import Group, Pair, Rulings, Stance
from archlint.contracts.migration.tach import options
from archlint.contracts.migration.tach.interfaces import Faces, read_interfaces
from archlint.contracts.migration.tach.modules import (
    ROOT,
    Dependency,
    TachLayer,
    TachModule,
    read_layers,
    read_modules,
)
from archlint.contracts.migration.tach.stances import Regime
from archlint.contracts.migration.translation import Excuse, Translation
from archlint.model.architecture.patterns import Pattern


def translate(configuration: Configuration, project: Project) -> Translation:
    """Say in rulings what the modules declare, and of each what becomes of it.

    Raises BrokenConfigurationError.
    """
    content = configuration.content or {}
    modules = {each.path: each for each in read_modules(configuration)}
    layers = read_layers(configuration)
    _check_layers(configuration, modules.values(), layers)
    regime = Regime(layers, content.get("layers_explicit_depends_on") is True)
    closed = frozenset(layer.name for layer in layers if layer.is_closed)
    named = dict(_named(modules.values(), project))
    said = dict(_said(regime, named))
    faces = Faces(tuple(read_interfaces(configuration)), project)
    listed = (*_items(modules.values(), named), *faces.items(named), *options.items(content))
    items = {item.name: item for item in listed}
    return Translation(
        rulings=Rulings(tuple(_groups(named, said, closed, faces)), said),
        items=items,
        excuses=tuple(_excuses(modules.values())),
        source_roots=options.source_roots(content, project),
        exclude=options.exclude(content),
        direct=frozenset(items),
        exposed=faces.exposed(named),
        strangers=frozenset(modules) - {each.said.path for each in named.values()},
        passes_over_types=content.get("ignore_type_checking_imports", True) is True,
    )


def _check_layers(
    configuration: Configuration, modules: Iterable[TachModule], layers: Iterable[TachLayer]
) -> None:
    known = {layer.name for layer in layers}
    for module in modules:
        if module.layer and module.layer not in known:
            message = f"module {module.path} has the layer {module.layer!r}, which there is not"
            raise configuration.wrong(message, rf"layer *[=:] *.?{module.layer}")


@dataclass(frozen=True, slots=True)
class _Named:
    """A module of the project, and what is said of it."""

    name: str
    said: TachModule


def _named(modules: Iterable[TachModule], project: Project) -> Iterator[tuple[str, _Named]]:
    """Yield the modules of the project; what is said by name counts over what a pattern says."""
    for module in sorted(modules, key=lambda each: "*" not in each.path):
        for reading in Dependency(module.path).readings:
            for name in project.expand(reading):
                yield name, _Named(name, module)


def _said(regime: Regime, named: Mapping[str, _Named]) -> Iterator[tuple[Pair, dict[str, Stance]]]:
    for one in named.values():
        for other in named.values():
            if one is not other:
                stance = regime.stance(one.said, one.name, other.said, other.name)
                if stance is not Stance.UNSAID:
                    yield (one.name, other.name), {one.said.path: stance}


def _groups(
    named: Mapping[str, _Named],
    said: Mapping[Pair, Mapping[str, Stance]],
    closed: frozenset[str],
    faces: Faces,
) -> Iterator[Group]:
    whole = frozenset(_whole(named.values(), said))
    for each in named.values():
        public, libraries = faces.public(each.name), each.said.libraries
        is_plain = public is None and libraries is None
        yield Group(
            name=each.name,
            layer=f"layer\0{each.said.layer}"
            if is_plain and each.said.layer in whole
            else each.name,
            patterns=(Pattern(each.name),),
            written=(Pattern(each.said.path),),
            origin=each.said.path,
            is_closed=each.said.layer in closed,
            public=public,
            libraries=libraries,
        )


def _whole(named: Iterable[_Named], said: Mapping[Pair, Mapping[str, Stance]]) -> Iterator[str]:
    """Yield the layers whose modules may all know one another."""
    layers: dict[str, list[str]] = defaultdict(list)
    for each in named:
        layers[each.said.layer].append(each.name)
    for layer, names in layers.items():
        pairs = ((one, other) for one in names for other in names)
        if layer and not any(Stance.FORBIDDEN in said.get(p, {}).values() for p in pairs):
            yield layer


def _excuses(modules: Iterable[TachModule]) -> Iterator[Excuse]:
    for module in modules:
        for dependency in module.depends_on or ():
            if dependency.is_deprecated:
                because = f"a deprecated dependency of {module.path} in tach's configuration"
                for importer in (module.path, f"{module.path}.**"):
                    for imported in (dependency.path, f"{dependency.path}.**"):
                        yield Excuse(module.path, importer, imported, because)


def _items(modules: Iterable[TachModule], named: Mapping[str, _Named]) -> Iterator[Item]:
    found = {each.said.path for each in named.values()}
    for module in modules:
        item = Item("module", module.path)
        if module.path == ROOT:
            told = "the rule unlayered-module tells modules of no layer that layered code leans on"
            yield replace(item, outcome=Outcome.PARTLY, says=(told,))
        elif module.path not in found:
            yield replace(item, outcome=Outcome.NOT, says=("the project has no such module",))
        else:
            yield item.partly(*_lost(module)) if any(_lost(module)) else item
        for key in module.strange:
            yield Item("option", f"{key} of module {module.path}", Outcome.NOT, (UNKNOWN,))


def _lost(module: TachModule) -> Iterator[str]:
    if module.is_unchecked:
        yield "unchecked: archlint judges its imports as those of any other module"
    if module.denied_libraries:
        denied = ", ".join(module.denied_libraries)
        yield f"{denied}: a layer can list the libraries that it may use, not those that it may not"
