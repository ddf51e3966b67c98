"""Deciding: what speaks for the role of a module whose name says nothing.

The decisions are tried in their order, and the first that says something counts.
"""

from collections.abc import Callable, Collection, Iterable

from archlint.model.architecture.layers import CORE, Role
from archlint.model.code.orm.library import words
from archlint.surveying.prospecting.cases import Case
from archlint.surveying.prospecting.opinions import Certainty, Opinion

_DJANGO = "django"
_OUTER = frozenset({Role.ADAPTERS, Role.PERSISTENCE, Role.INFRASTRUCTURE})
_SETTINGS = frozenset({"config", "configs", "settings", "environment", "env", "configuration"})
_EVERYBODYS = words("utils util helpers helper common logger logging log lib libs tools text types")
_USE_CASES = frozenset({"services", "service", "commands", "queries", "facade", "features"})
_WAYS_IN = words(
    "middleware middlewares dependencies deps handlers consumers tasks workers serializers"
)


def decided(case: Case) -> Opinion | None:
    """Return what is thought of a module, None where nothing speaks for a layer."""
    return next(filter(None, (decide(case) for decide in _DECISIONS)), None)


def _package(case: Case) -> Opinion | None:
    """Recognise a package that only hands on what lies below it."""
    imported = case.witnesses.neighbours.imported.get(case.module.name, frozenset())
    below = f"{case.module.name}."
    is_door = case.module.is_package and all(name.startswith(below) for name in imported)
    if imported and is_door and len(case.imported) == 1 and not case.sides:
        (role,) = case.imported
        return Opinion(role, Certainty.MEDIUM, f"hands on {role}")
    return None


def _program(case: Case) -> Opinion | None:
    made = case.witnesses.signs.program(case.module.name)
    return Opinion(Role.COMPOSITION, Certainty.HIGH, made) if made else None


def _way_in(case: Case) -> Opinion | None:
    sign = case.witnesses.signs.way_in(case.module.name)
    return Opinion(Role.CONTROLLERS, Certainty.HIGH, sign) if sign else None


def _table(case: Case) -> Opinion | None:
    sign = case.witnesses.signs.table(case.module.name)
    return Opinion(case.witnesses.tables, Certainty.HIGH, sign) if sign else None


def _joining(case: Case) -> Opinion | None:
    """Recognise the composition root: it knows several sides, and no layer knows it."""
    if case.importers - {Role.COMPOSITION, Role.CONTROLLERS}:
        return None
    outside = case.imported - CORE - {Role.SHARED}
    is_start = case.is_lonely and Role.COMPOSITION in outside
    if is_start or (Role.CONTROLLERS in outside and case.importers <= {Role.COMPOSITION}):
        told = ", ".join(sorted(outside))
        why = f"imports {told}, and no layer imports it"
        return Opinion(Role.COMPOSITION, Certainty.MEDIUM, why)
    return None


def _script(case: Case) -> Opinion | None:
    if not case.is_script:
        return None
    return Opinion(Role.COMPOSITION, Certainty.MEDIUM, "a script: nobody imports it")


def _settings(case: Case) -> Opinion | None:
    library = case.sides.get(Role.COMPOSITION)
    if library and len(case.sides) == 1:
        return Opinion(Role.COMPOSITION, Certainty.MEDIUM, f"configures with {library}")
    if case.words & _SETTINGS and not case.sides and not case.imported - {Role.COMPOSITION}:
        return Opinion(Role.COMPOSITION, Certainty.MEDIUM, "holds the configuration by its name")
    return None


def _services(case: Case) -> Opinion | None:
    """Recognise use cases that know libraries: controllers call them, and they call the rest."""
    is_called = case.importers and case.importers <= {
        Role.CONTROLLERS,
        Role.COMPOSITION,
        Role.APPLICATION,
    }
    calls = case.imported & {Role.DOMAIN, Role.PERSISTENCE, Role.ADAPTERS}
    if not (case.words & _USE_CASES and is_called and calls):
        return None
    if Role.CONTROLLERS in case.imported:
        return None
    why = f"stands between {_listed(case.importers)} and {_listed(calls)}"
    return Opinion(Role.APPLICATION, Certainty.MEDIUM, why)


def _library(case: Case) -> Opinion | None:
    sides = {role: name for role, name in case.sides.items() if role is not Role.COMPOSITION}
    if case.witnesses.tables is Role.DOMAIN and sides.get(Role.PERSISTENCE, "").startswith(_DJANGO):
        return None  # the whole program stands on it
    if not sides:
        return None
    if Role.CONTROLLERS in sides and (len(sides) == 1 or case.words & _WAYS_IN):
        if case.importers - {Role.CONTROLLERS, Role.COMPOSITION}:
            return None  # others use it: it knows the web, and the web does not call it
        return Opinion(Role.CONTROLLERS, Certainty.MEDIUM, f"imports {sides[Role.CONTROLLERS]}")
    sides.pop(Role.CONTROLLERS, None)
    if len(sides) == len(case.sides) == 1:
        ((role, library),) = sides.items()
        return Opinion(role, Certainty.MEDIUM, f"imports {library}")
    return None


def _everybodys(case: Case) -> Opinion | None:
    is_shared = not case.is_lonely and case.importers
    if case.knows_nobody and not case.sides and is_shared and case.words & _EVERYBODYS:
        why = f"imports nothing of the project, and {_importing(case.importers)} it"
        return Opinion(Role.SHARED, Certainty.MEDIUM, why)
    return None


def _inner(case: Case) -> Opinion | None:
    """Recognise a part of the core: no framework, nothing outer, and the core imports it."""
    wanted = case.importers & CORE
    if case.sides or not wanted or case.is_waiting:
        return None
    role = Role.DOMAIN if Role.DOMAIN in wanted else Role.APPLICATION
    allowed = {Role.DOMAIN, Role.SHARED} | ({Role.APPLICATION} - {role} and {role})
    if case.imported - allowed:
        return None
    return Opinion(role, Certainty.MEDIUM, f"knows no framework, and {_importing([role])} it")


def _beside(case: Case) -> Opinion | None:
    """Recognise what belongs to the one outer layer that knows it."""
    if len(case.importers) != 1 or case.sides or case.is_waiting:
        return None
    (role,) = case.importers
    if role in CORE or role is Role.COMPOSITION or case.imported - {role, Role.DOMAIN, Role.SHARED}:
        return None
    return Opinion(role, Certainty.LOW, f"only {_importing([role])} it")


def _outer(case: Case) -> Opinion | None:
    """Recognise what belongs to the outer layer that it imports, and no core imports it."""
    if len(case.imported) != 1 or case.sides or case.importers & CORE or case.is_early:
        return None
    (role,) = case.imported
    if role not in _OUTER:
        return None
    return Opinion(role, Certainty.MEDIUM, f"imports {role} alone")


def _importing(roles: Collection[Role]) -> str:
    is_many = len(roles) > 1 or any(role.endswith("s") for role in roles)
    return f"{_listed(roles)} import{'' if is_many else 's'}"


def _listed(roles: Iterable[Role]) -> str:
    return " and ".join(sorted(roles))


_DECISIONS: tuple[Callable[[Case], Opinion | None], ...] = (
    _package,
    _program,
    _way_in,
    _table,
    _settings,
    _joining,
    _script,
    _services,
    _library,
    _everybodys,
    _inner,
    _beside,
    _outer,
)
