"""Judges repositories: one decides on its own when the transaction ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.classes.repositories import OUTER, is_named_repository
from archlint.model.code.controller_evidence.alternatives import is_unit_of_work
from archlint.model.code.orm.transactions import Act, Ending, Transactions
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule

_KEEPING = ("add", "save", "store", "insert", "update", "upsert", "put", "persist", "create",
            "remove", "delete")  # fmt: skip
_BLOCKS = ("transaction", "atomic", "unit_of_work")


@dataclass(frozen=True, slots=True)
class _Rivals:
    """Who else decides on transactions: the unit of work, and another repository."""

    unit_of_work: ProjectClass | None
    repository: ProjectClass | None


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each repository that commits or rolls back where it is written."""
    if codebase.architecture.domain_model is DomainModel.ACTIVE_RECORD:
        return
    transactions = Transactions(codebase.inference, codebase.tables)
    heirs = _repositories(codebase)
    ending = {owner: found for owner in heirs if (found := transactions.of(owner))}
    in_order = sorted(ending, key=lambda owner: owner.dotted)
    for owner, found in ending.items():
        unit_of_work = codebase.alternatives.unit_of_work
        rivals = _Rivals(unit_of_work, _another(owner, in_order, heirs))
        yield _finding(codebase, rule, owner, found, rivals)


def _repositories(codebase: Codebase) -> Mapping[ProjectClass, tuple[ProjectClass, ...]]:
    """Return the repositories and what they inherit from, with the repositories that are it."""
    found: dict[ProjectClass, tuple[ProjectClass, ...]] = {}
    for owner in codebase.classes:
        if _is_repository(codebase, owner):
            for above in owner.lineage:
                if _is_outer(codebase, above) and not _leaves_it_to_callers(above):
                    found[above] = (*found.get(above, ()), owner)
    return found


def _is_repository(codebase: Codebase, owner: ProjectClass) -> bool:
    if not _is_outer(codebase, owner) or _leaves_it_to_callers(owner):
        return False
    return is_named_repository(owner) or any(
        method.name.startswith(_KEEPING)
        and codebase.ports.implemented_by(ProjectFunction(owner.module, method, owner))
        for method in owner.fact.methods
    )


def _leaves_it_to_callers(owner: ProjectClass) -> bool:
    """Whether a class is a unit of work, or offers its callers the block of a transaction."""
    return is_unit_of_work(owner) or any(owner.find_method(name) for name in _BLOCKS)


def _is_outer(codebase: Codebase, owner: ProjectClass) -> bool:
    layer = codebase.layer(owner.module.name)
    return layer is not None and layer.role in OUTER


def _another(
    owner: ProjectClass,
    ending: Iterable[ProjectClass],
    heirs: Mapping[ProjectClass, tuple[ProjectClass, ...]],
) -> ProjectClass | None:
    """Return the first repository beside this one that does the same, or inherits it as well.

    Those that do it themselves come in the order of their names.
    """
    several = [heir for heir in heirs[owner] if heir is not owner]
    other = next((each for each in ending if each not in owner.lineage), None)
    found = [*([other] if other else []), *several[1:]]
    return min(found, key=lambda known: known.dotted, default=None)


def _finding(
    codebase: Codebase,
    rule: Rule,
    owner: ProjectClass,
    found: tuple[Ending, ...],
    rivals: _Rivals,
) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    first, *others = found
    place = Place(owner.module.path, first.line)
    return Finding(
        rule=rule.name,
        place=place,
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        target=first.act.value,
        severity=None if rivals.unit_of_work or rivals.repository else Severity.INFO,
        message=f"{owner.name} {_told(found)}{_beside(rivals)}",
        help=_help(owner, rivals),
        also=tuple(sorted({Place(owner.module.path, e.line) for e in others} - {place})),
        because=layer.because,
    )


def _told(found: tuple[Ending, ...]) -> str:
    """Return the gravest of what is done, and the methods that do it."""
    act = next(act for act in Act if any(ending.act is act for ending in found))
    methods = list(dict.fromkeys(ending.method for ending in found if ending.act is act))
    more = len(methods) - 1
    rest = f" and {more} more {'method' if more == 1 else 'methods'}" if more else ""
    return f"{act} in {methods[0]}(){rest}"


def _beside(rivals: _Rivals) -> str:
    if rivals.unit_of_work:
        return f", which is for {rivals.unit_of_work.name} to do"
    return f", as {rivals.repository.name} does on its own" if rivals.repository else ""


def _help(owner: ProjectClass, rivals: _Rivals) -> str:
    if unit := rivals.unit_of_work:
        return f"let {owner.name} write and flush only, and let {unit.name} commit once for all"
    if other := rivals.repository:
        return (
            f"let {owner.name} write and flush only, and commit where the use case ends, so that "
            f"what it keeps and what {other.name} keeps are written together or not at all"
        )
    return (
        f"let {owner.name} write and flush only, and commit where the use case ends, before a "
        "second repository needs the same transaction"
    )
