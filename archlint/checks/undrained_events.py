"""Judges recorded events: aggregates collect them, and nobody ever takes them out."""

from collections.abc import Iterator

from archlint.model.code.behaviour.culprits import listed
from archlint.model.code.behaviour.recording import EventList, Readers, event_lists
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_MOST_EVIDENCE = 10
_MOST_NAMED = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each list of events that nothing outside its class looks at."""
    readers = Readers(codebase.functions, codebase.structures.values())
    entities = (owner for owner in codebase.classes if _is_judged(codebase, owner))
    for events in event_lists(entities):
        if not readers.is_read(events):
            yield _finding(codebase, rule, events)


def _is_judged(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    return layer is not None and layer.is_core and codebase.role_of(owner).is_entity


def _finding(codebase: Codebase, rule: Rule, events: EventList) -> Finding:
    holder = events.holder
    layer = codebase.layer(holder.module.name)
    line = next((f.line for f in holder.own_fields if f.name == events.field), holder.fact.line)
    return Finding(
        rule=rule.name,
        place=Place(holder.module.path, line, 1),
        module=holder.module.name,
        symbol=f"{holder.fact.qualname}.{events.field}",
        layer=layer.name if layer else None,
        message=f"{_recorders(events)} in {events.field}, and nothing takes them out",
        help=(
            f"let the unit of work or the repository publish what {events.field} holds and empty "
            "it, or record nothing"
        ),
        evidence=tuple(
            Evidence(owner.module.path, method.line, f"{owner.name}.{method.name}() records one")
            for owner, method in events.recorders[:_MOST_EVIDENCE]
        ),
        because=layer.because if layer else "",
    )


def _recorders(events: EventList) -> str:
    names = list(dict.fromkeys(owner.name for owner, _ in events.recorders))
    if len(names) > _MOST_NAMED:
        return f"{len(names)} classes record events"
    return f"{listed(names)} {'records' if len(names) == 1 else 'record'} events"
