"""Inference: the layers of a project whose settings do not name them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from archlint.model.architecture.architecture import Architecture, DomainModel
from archlint.model.architecture.layers import CORE, Layer, Role
from archlint.model.facts.outline import Outline
from archlint.model.modules import Module
from archlint.settings.catalog import shipped_catalog
from archlint.settings.mistakes import Mistake, SettingsError, shown
from archlint.settings.project import ProjectSettings
from archlint.settings.styles import Style, fit, found
from archlint.settings.vocabulary import RINGS, Word
from archlint.surveying.prospecting.opinions import Segments
from archlint.surveying.prospecting.signs import Signs


def infer(
    folder: Path, modules: Sequence[Module], outlines: Mapping[str, Outline]
) -> ProjectSettings | None:
    """Return settings for a project that has none, or None when nothing is recognisable.

    `modules` are those of the program, without its tests; `outlines` go by their names.
    """
    return settled(blank(folder), modules, outlines)


def blank(folder: Path) -> ProjectSettings:
    """Return the settings of a project that says nothing."""
    return ProjectSettings(
        folder=folder, file=None, architecture=Architecture(()), catalog=shipped_catalog()
    )


def settled(
    settings: ProjectSettings, modules: Sequence[Module], outlines: Mapping[str, Outline]
) -> ProjectSettings | None:
    """Return the settings with layers: their own, those of their style, or inferred ones.

    None when nothing is recognisable; a stated style that finds no layers raises SettingsError.
    """
    if settings.architecture.layers:
        return settings
    if settings.style:
        return _styled(settings, settings.style, modules, outlines)
    return _inferred(settings, modules, outlines)


def _styled(
    settings: ProjectSettings,
    style: Style,
    modules: Sequence[Module],
    outlines: Mapping[str, Outline],
) -> ProjectSettings:
    layers = fit(style, modules, Signs(modules, outlines, settings.catalog))
    if not layers:
        place = settings.style_place
        raise SettingsError(
            [
                Mistake(
                    shown(settings.file) if settings.file else "",
                    place.line if place else 1,
                    place.column if place else 1,
                    f"style {style} finds no folder that it knows; name the layers yourself",
                )
            ]
        )
    return replace(settings, architecture=replace(settings.architecture, layers=layers))


def _inferred(
    settings: ProjectSettings, modules: Sequence[Module], outlines: Mapping[str, Outline]
) -> ProjectSettings | None:
    style = _style_of(modules, outlines)
    if style is None:
        return None
    signs = Signs(modules, outlines, settings.catalog)
    architecture = replace(settings.architecture, layers=fit(style, modules, signs))
    if not settings.says_domain_model:
        model = domain_model_of(style, architecture, modules, outlines)
        architecture = replace(architecture, domain_model=model)
    kind = "layers" if settings.file else "settings"
    told = "; ".join(_told(layer) for layer in architecture.layers)
    return replace(
        settings,
        architecture=architecture,
        style=style,
        assumption=f"no {kind} found: assumed style {style} ({told})",
    )


_SHOWN_FOLDERS = 2


def _told(layer: Layer) -> str:
    names = [pattern.text for pattern in layer.patterns]
    more = len(names) - _SHOWN_FOLDERS
    tail = f" and {more} more" if more > 0 else ""
    return f"{layer.name}: {', '.join(names[:_SHOWN_FOLDERS])}{tail}"


def _style_of(modules: Sequence[Module], outlines: Mapping[str, Outline]) -> Style | None:
    words = found(RINGS, modules)
    if _has_rings(words):
        return _kind_of_rings(words, modules)
    if _is_django(modules, outlines):
        return Style.DJANGO if _is_layered(fit(Style.DJANGO, modules), modules) else None
    layers = fit(Style.LAYERED, modules)
    roles = {layer.role for layer in layers}
    is_told = Role.CONTROLLERS in roles and roles & {Role.APPLICATION, Role.PERSISTENCE}
    return Style.LAYERED if is_told and _is_layered(layers, modules) else None


_LEAST_SHARE = 0.25


def _is_layered(layers: Sequence[Layer], modules: Sequence[Module]) -> bool:
    """Whether two layers, one of them inner, hold a fair share of the program."""
    architecture = Architecture(tuple(layers))
    inside = [each.layer for module in modules if (each := architecture.membership(module))]
    named = {layer.name for layer in inside if layer.role is not Role.COMPOSITION}
    has_core = any(layer.is_core for layer in inside)
    return len(named) > 1 and has_core and len(inside) >= _LEAST_SHARE * len(modules)


def _has_rings(words: Mapping[Segments, Word]) -> bool:
    """Whether an unmistakable inner folder, or two plain ones, stand beside another layer."""
    inner = {word.role for word in words.values() if word.is_inner}
    others = {word.role for word in words.values()} - {Role.COMPOSITION}
    is_sure = any(word.is_inner and word.is_strong for word in words.values())
    return len(others) > 1 and (is_sure or inner == CORE)


def _kind_of_rings(words: Iterable[Segments], modules: Iterable[Module]) -> Style:
    decisive = {folder[-1].lower() for folder in words}
    every = {name.lower() for module in modules for name in module.name.split(".")}
    if every & {"ports", "port"} and every & {"adapters", "adapter"}:
        return Style.HEXAGONAL
    if decisive & _USE_CASES:
        return Style.CLEAN
    if every & {"aggregates", "aggregate", "seedwork", "shared_kernel", "contexts"}:
        return Style.DDD
    domains = [folder for folder in words if folder[-1].lower() == "domain"]
    return Style.DDD if len(domains) > 1 else Style.ONION


_USE_CASES = {"use_cases", "use_case", "usecases", "usecase", "interactors", "interactor"}
_DJANGO_SHARE = 0.25


def _is_django(modules: Sequence[Module], outlines: Mapping[str, Outline]) -> bool:
    importers = [module for module in modules if "django" in set(_roots(outlines, module))]
    return len(importers) >= _DJANGO_SHARE * len(modules)


def _roots(outlines: Mapping[str, Outline], module: Module) -> Iterator[str]:
    for each in outlines.get(module.name, Outline()).imports:
        if not each.level:
            yield each.module.partition(".")[0]


def domain_model_of(
    style: Style,
    architecture: Architecture,
    modules: Iterable[Module],
    outlines: Mapping[str, Outline],
) -> DomainModel:
    """Return active-record where technical layers stand over models that are tables."""
    if style is not Style.LAYERED:
        return style.domain_model
    catalog = shipped_catalog()
    for module in modules:
        member = architecture.membership(module)
        if member and member.layer.role is Role.DOMAIN:
            libraries = (catalog.find(root) for root in _roots(outlines, module))
            if any(library and library.kind == "orm" for library in libraries):
                return DomainModel.ACTIVE_RECORD
    return DomainModel.RICH
