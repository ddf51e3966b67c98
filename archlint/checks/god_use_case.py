"""Judges use cases: one that needs too many others, does several things, or goes on too long."""

from collections.abc import Iterator

from archlint.model.code.behaviour.cohesion import Team, Teams, tells_story
from archlint.model.code.behaviour.culprits import listed
from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.controller_evidence.complexity import cognitive, statements
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_MOST_GROUPS = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each class with too wide a team, and one for each endless function."""
    teams = Teams(codebase.classes, codebase.role_of, codebase.inference)
    for owner in codebase.use_cases:
        yield from _torn(codebase, rule, teams.of(owner))
    handlers = {handler.function.dotted for handler in codebase.handlers}
    for function in codebase.functions:
        if codebase.use_cases.lie_in(function.module) and function.dotted not in handlers:
            team = teams.of(function.owner).collaborators if function.owner else ()
            if tells_story(function.fact, team):
                yield from _endless(codebase, rule, function)


def _torn(codebase: Codebase, rule: Rule, team: Team) -> Iterator[Finding]:
    name, workers = team.owner.name, team.collaborators
    if team.is_facade:
        return
    parts = [f"{listed(f'{m}()' for m in methods)}" for methods, _ in team.groups[:_MOST_GROUPS]]
    if len(workers) > rule.number("max-collaborators"):
        message = f"{name} works with {len(workers)} others: {listed(workers)}"
    elif parts:
        message = f"{name} is several in one: {'; '.join(parts)} share nothing"
    else:
        return
    remedy = f"split {name} into {'; '.join(parts)}" if parts else f"split {name} by what it does"
    yield Finding(
        rule=rule.name,
        place=Place(team.owner.module.path, team.owner.fact.line, team.owner.fact.column + 1),
        module=team.owner.module.name,
        symbol=team.owner.fact.qualname,
        layer=codebase.memberships[team.owner.module.name].layer.name,
        message=message,
        help=remedy,
        because=codebase.memberships[team.owner.module.name].layer.because,
    )


def _endless(codebase: Codebase, rule: Rule, function: ProjectFunction) -> Iterator[Finding]:
    length = statements(function.fact.body)
    if length <= rule.number("max-statements"):
        return
    complexity = cognitive(function.fact)
    if complexity <= rule.number("max-complexity"):
        return
    layer = codebase.memberships[function.module.name].layer
    name = function.fact.qualname
    yield Finding(
        rule=rule.name,
        place=Place(function.module.path, function.fact.line, function.fact.column + 1),
        module=function.module.name,
        symbol=name,
        layer=layer.name,
        target="length",
        message=f"{name}() has {length} statements and a cognitive complexity of {complexity}",
        help="name its steps, and move what it decides about an entity into that entity",
        because=layer.because,
    )
