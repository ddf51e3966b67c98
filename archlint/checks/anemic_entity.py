"""Judges anemic entities: one holds the data, and others hold its behaviour."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archlint.model.architecture.architecture import DomainModel
from archlint.model.architecture.layers import Role
from archlint.model.code.behaviour.anemia import Entity, families
from archlint.model.code.behaviour.culprits import Culprit, listed
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding, Severity
from archlint.model.place import Place
from archlint.model.rule import Rule

MOST_EVIDENCE = 10
MOST_NAMED = 3


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each entity without behaviour whose rules were found elsewhere.

    Its subclasses that have none either are told with it.
    """
    if codebase.architecture.domain_model is DomainModel.FUNCTIONAL:
        return
    entities = [_judged(codebase, rule, found) for found in codebase.entities]
    anemic = [found for found in entities if found.is_anemic]
    for found, heirs in families(anemic):
        if codebase.cruds.are_told(codebase.memberships[found.owner.module.name].home, rule):
            continue
        bare = [e for e in entities if e.is_bare and found.owner in e.owner.lineage[1:]]
        yield _finding(codebase, rule, found, {e.owner.dotted: e for e in (*heirs, *bare)}.values())


def _judged(codebase: Codebase, rule: Rule, found: Entity) -> Entity:
    """Return an entity without the culprits that the settings let be."""
    if rule.options.get("domain-services") != "ignore":
        return found
    others = tuple(c for c in found.culprits if not _is_domain(codebase, c))
    return replace(found, culprits=others)


def _is_domain(codebase: Codebase, culprit: Culprit) -> bool:
    layer = codebase.layer(culprit.function.module.name)
    return layer is not None and layer.role is Role.DOMAIN


def _finding(codebase: Codebase, rule: Rule, found: Entity, heirs: Iterable[Entity]) -> Finding:
    owner = found.owner
    layer = codebase.layer(owner.module.name)
    weighty = sorted(found.culprits, key=lambda culprit: -culprit.points)
    return Finding(
        rule=rule.name,
        place=_place(found),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name if layer else None,
        severity=Severity.WARNING if _are_plain(weighty) else None,
        message=f"{owner.name} has {_fields(found)} and no behaviour, {_where(codebase, weighty)}",
        help=_help(owner.name, weighty),
        evidence=tuple(
            Evidence(c.function.module.path, c.line, c.text) for c in weighty[:MOST_EVIDENCE]
        ),
        also=tuple(sorted(_place(heir) for heir in heirs)),
        because=layer.because if layer else "",
    )


def _place(found: Entity) -> Place:
    fact = found.owner.fact
    return Place(found.owner.module.path, fact.line, fact.column + 1)


def _fields(found: Entity) -> str:
    count = len(found.state.data)
    return "1 data field" if count == 1 else f"{count} data fields"


def _are_plain(culprits: list[Culprit]) -> bool:
    """Whether nobody has a rule for it, and values are only handed on to it, as forms do."""
    return all(culprit.is_plain for culprit in culprits)


def _where(codebase: Codebase, culprits: list[Culprit]) -> str:
    if _are_plain(culprits):
        return f"while its fields are filled in by {_named(culprits)}"
    if all(_is_domain(codebase, culprit) for culprit in culprits):
        services = {_home(c) for c in culprits}
        kind = "the domain service" if len(services) == 1 else "the domain services"
        return f"while its logic lives in {kind} {listed(sorted(services))}"
    return f"while its rules live in {_named(culprits)}"


def _home(culprit: Culprit) -> str:
    function = culprit.function
    return function.owner.name if function.owner else f"{function.fact.name}()"


def _help(name: str, culprits: list[Culprit]) -> str:
    modules = list(dict.fromkeys(c.function.module.name for c in culprits[:MOST_NAMED]))
    if _are_plain(culprits):
        return f"give {name} a method that says what {_named(culprits)} may change, and when"
    return f"move the rules of {_named(culprits)} from {listed(modules)} into {name}"


def _named(culprits: list[Culprit]) -> str:
    names = list(dict.fromkeys(f"{c.function.fact.qualname}()" for c in culprits))
    rest = len(names) - MOST_NAMED
    if rest > 0:
        more = "1 other function" if rest == 1 else f"{rest} other functions"
        return listed([*names[:MOST_NAMED], more])
    return listed(names)
