"""Judges repositories for what is only a part of something else, or has no identity at all."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.managing import Managed, sole
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each repository that manages no root."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    for keeper, managed in codebase.managing.repositories():
        found = sole(managed)
        if found and (told := _part(codebase, found) or _value(codebase, found)):
            yield _finding(codebase, rule, (keeper, found), told)


_Told = tuple[str, str, Evidence]
"""What a class is instead of a root, what to do, and the evidence."""


def _part(codebase: Codebase, found: Managed) -> _Told | None:
    held = codebase.aggregates.part(found.known)
    if held is None:
        return None
    whole, name = held.whole.name, found.known.name
    evidence = Evidence(held.whole.module.path, held.field.line, f"{whole} holds {name} here")
    return f"a part of {whole}", f"let the repository of {whole} keep it with its parts", evidence


def _value(codebase: Codebase, found: Managed) -> _Told | None:
    """Return what makes a class a value by its base, decorator or folder."""
    known, verdict = found.known, codebase.role_of(found.known)
    if verdict.role is not ClassRole.VALUE_OBJECT or not _is_declared(verdict.reason):
        return None
    evidence = Evidence(known.module.path, known.fact.line, f"{known.name}: {verdict.reason}")
    advice = f"keep {known.name} with the entity that has it, or give it an identity"
    return "a value object", advice, evidence


def _is_declared(reason: str) -> bool:
    return reason.startswith(("it inherits from", "a decorator says so", "it lies in"))


def _finding(
    codebase: Codebase, rule: Rule, kept: tuple[ProjectClass, Managed], told: _Told
) -> Finding:
    keeper, found = kept
    what, advice, evidence = told
    layer = codebase.layer(keeper.module.name)
    return Finding(
        rule=rule.name,
        place=Place(keeper.module.path, keeper.fact.line, keeper.fact.column + 1),
        module=keeper.module.name,
        symbol=keeper.fact.qualname,
        layer=layer.name if layer else None,
        target=found.known.dotted,
        message=f"{keeper.name} is a repository of {found.known.name}, which is {what}",
        help=advice,
        evidence=(evidence,),
        because=layer.because if layer else "",
    )
