"""Judges repositories that manage several aggregates."""

from collections.abc import Iterator, Sequence

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.identity import bare, is_reference
from archlint.model.code.roles.managing import Managed
from archlint.model.code.roles.words import snake, words_of
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_ENOUGH = 2
"""Words at the start of two names that make them relatives."""


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each repository of two roots and more that do not belong together."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    for keeper, managed in codebase.managing.repositories():
        roots = [each for each in managed if _is_root(codebase, each)]
        put = _apart(codebase, [each for each in roots if each.is_put])
        given = _apart(codebase, roots)
        if len(put) > rule.number("max-roots"):
            yield _finding(codebase, rule, keeper, put)
        elif len(given) > rule.number("max-given"):
            yield _finding(codebase, rule, keeper, given)


def _is_root(codebase: Codebase, managed: Managed) -> bool:
    known = managed.known
    return codebase.role_of(known).is_entity and codebase.aggregates.part(known) is None


def _apart(codebase: Codebase, roots: Sequence[Managed]) -> list[Managed]:
    """Return those of which none holds, extends or refers to another one."""
    return [
        each
        for each in roots
        if not any(_belongs(codebase, each.known, o.known) for o in roots if o is not each)
    ]


def _belongs(codebase: Codebase, one: ProjectClass, other: ProjectClass) -> bool:
    if one in other.lineage or other in one.lineage or _share_a_name(one.name, other.name):
        return True
    return _knows(codebase, one, other) or _knows(codebase, other, one)


def _share_a_name(one: str, other: str) -> bool:
    """Whether one is named after the other, or both after a third: `BatchJob`, `BatchJobLog`."""
    firsts, seconds = words_of(one), words_of(other)
    shared = min(len(firsts), len(seconds), _ENOUGH)
    return firsts[:shared] == seconds[:shared]


def _knows(codebase: Codebase, one: ProjectClass, other: ProjectClass) -> bool:
    """Whether a class has a field of the other one, or its identity."""
    stem = snake(other.name.removesuffix("Entity"))
    for field in one.fields:
        held = bare(field.name).rpartition("_")[0]
        if is_reference(field.name) and held and f"_{stem}".endswith(f"_{held}"):
            return True
        declared = codebase.inference.members.field_type(one, field)
        if any(mentioned.name == other.dotted for mentioned in declared.mentioned()):
            return True
    return False


def _finding(
    codebase: Codebase, rule: Rule, keeper: ProjectClass, roots: Sequence[Managed]
) -> Finding:
    layer = codebase.layer(keeper.module.name)
    *firsts, last = [each.known.name for each in roots]
    return Finding(
        rule=rule.name,
        place=Place(keeper.module.path, keeper.fact.line, keeper.fact.column + 1),
        module=keeper.module.name,
        symbol=keeper.fact.qualname,
        layer=layer.name if layer else None,
        message=f"{keeper.name} manages {len(roots)} roots: {', '.join(firsts)} and {last}",
        help=f"give {last} a repository of its own, and {keeper.name} what is left",
        evidence=tuple(
            Evidence(keeper.module.path, each.line, f"{each.known.name} is managed here")
            for each in roots
        ),
        because=layer.because if layer else "",
    )
