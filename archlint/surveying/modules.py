"""One module: where it belongs and why, what it imports and is imported by, what is in it."""

from dataclasses import dataclass

from archlint.model.architecture.architecture import Membership
from archlint.model.architecture.patterns import Pattern
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.roles.deciding import Verdict
from archlint.model.codebase import Codebase
from archlint.model.modules import Module
from archlint.surveying.deciding import deciding_pattern
from archlint.surveying.links import Link, links
from archlint.surveying.parts import find_module


@dataclass(frozen=True, slots=True)
class ModuleSurvey:
    """What is known of one module.

    `membership` and `pattern`, the one that put it there, are None for a module of no layer.
    """

    module: Module
    membership: Membership | None
    pattern: Pattern | None
    imports: tuple[Link, ...]
    importers: tuple[Link, ...]
    classes: tuple[tuple[ProjectClass, Verdict], ...]
    handlers: tuple[Handler, ...]


def survey_module(codebase: Codebase, name: str) -> ModuleSurvey:
    """Return what is known of a module; raise UnknownNameError where there is none of that name."""
    module = find_module(codebase, name)
    membership = codebase.memberships.get(module.name)
    outgoing = (d for d in codebase.dependencies if d.importer == module)
    incoming = (d for d in codebase.dependencies if d.target == module.name)
    return ModuleSurvey(
        module=module,
        membership=membership,
        pattern=deciding_pattern(membership.layer, module) if membership else None,
        imports=tuple(links(codebase, outgoing)),
        importers=tuple(link for link in links(codebase, incoming) if link.importer != module.name),
        classes=tuple((owner, codebase.role_of(owner)) for owner in _classes(codebase, module)),
        handlers=tuple(_handlers(codebase, module)),
    )


def _classes(codebase: Codebase, module: Module) -> list[ProjectClass]:
    owners = (owner for owner in codebase.classes if owner.module == module)
    return sorted(owners, key=lambda owner: owner.fact.line)


def _handlers(codebase: Codebase, module: Module) -> list[Handler]:
    found = (each for each in codebase.handlers if each.function.module == module)
    return sorted(found, key=lambda handler: handler.function.fact.line)
