"""Judges what handlers answer with: an entity of the core, as it is."""

from collections.abc import Iterator

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.handlers.handler import Handler
from archlint.model.code.handlers.showing import Exposed, Showing
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_ENTITIES = frozenset({ClassRole.ENTITY, ClassRole.AGGREGATE_ROOT, ClassRole.SNAPSHOT})


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each handler and entity; tables are the business of `orm-in-api`."""

    def is_meant(known: ProjectClass) -> bool:
        layer = codebase.layer(known.module.name)
        if layer is None or not layer.is_core or codebase.tables.mapper_of(known.dotted):
            return False
        return codebase.role_of(known).role in _ENTITIES

    showing = Showing(codebase.inference, is_meant)
    for handler in codebase.handlers:
        alike: dict[ProjectClass, list[Exposed]] = {}
        for exposed in showing.of(handler):
            alike.setdefault(exposed.known, []).append(exposed)
        for known, found in alike.items():
            yield _finding(codebase, rule, handler, (known, found))


def _finding(
    codebase: Codebase, rule: Rule, handler: Handler, shown: tuple[ProjectClass, list[Exposed]]
) -> Finding:
    known, found = shown
    function = handler.function
    layer = codebase.layer(function.module.name)
    name = function.fact.name
    first, *others = sorted({Place(function.module.path, each.line) for each in found})
    reason = codebase.role_of(known).reason
    return Finding(
        rule=rule.name,
        place=first,
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name if layer else None,
        target=known.dotted,
        message=f"{name}() answers with the entity {known.name}",
        help=f"let {name}() answer with a class of its own that has what callers may see",
        evidence=(
            Evidence(known.module.path, known.fact.line, f"{known.name} is an entity: {reason}"),
        ),
        also=tuple(others),
    )
