"""Weighing: opinions of all modules whose names say nothing, in rounds.

What the neighbours of a module are for is known better with every round.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archlint.model.architecture.layers import Role
from archlint.model.modules import Module
from archlint.surveying.prospecting.cases import Case, Witnesses
from archlint.surveying.prospecting.deciding import decided
from archlint.surveying.prospecting.opinions import Opinion

MOST_ROUNDS = 20


def opinions(
    witnesses: Witnesses, modules: Iterable[Module], placed: Mapping[str, Role]
) -> Mapping[str, Opinion]:
    """Return an opinion of each module that one can have one of, by its name.

    `placed` are the roles of the others, which their names say. As long as there is news, nothing
    is concluded from neighbours some of whom are still unknown.
    """
    telling = [m for m in modules if m.name not in placed and not witnesses.signs.is_blank(m.name)]
    known, found = dict(placed), dict[str, Opinion]()
    is_early = True
    for _ in range(MOST_ROUNDS):
        fresh = dict(_round(witnesses, telling, known, is_early=is_early))
        if not fresh and not is_early:
            break
        is_early = bool(fresh) and is_early
        found |= fresh
        known |= {name: opinion.role for name, opinion in fresh.items()}
    return found


def _round(
    witnesses: Witnesses, modules: Sequence[Module], known: Mapping[str, Role], *, is_early: bool
) -> Iterator[tuple[str, Opinion]]:
    for module in modules:
        if module.name not in known:
            case = Case(witnesses, module, known, is_early)
            if opinion := decided(case):
                yield module.name, opinion
