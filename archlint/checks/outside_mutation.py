"""Judges who changes entities: code elsewhere, although they have methods for their rules."""

from collections.abc import Iterator

from archlint.model.architecture.architecture import DomainModel
from archlint.model.code.behaviour.anemia import Entity
from archlint.model.code.behaviour.culprits import Culprit, listed
from archlint.model.code.behaviour.writes import ANY
from archlint.model.code.roles.identity import bare
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each function that changes an entity with behaviour from outside.

    Handlers are another rule's, and so are entities without behaviour and tables.
    """
    if codebase.architecture.domain_model is not DomainModel.RICH:
        return
    handlers = {handler.function.dotted for handler in codebase.handlers}
    for found in codebase.entities:
        if not found.has_behaviour or codebase.tables.mapper_of(found.owner.dotted):
            continue
        for culprit in found.culprits:
            if culprit.function.dotted not in handlers and _is_outside(found, culprit):
                yield _finding(codebase, rule, found, culprit)


def _is_outside(found: Entity, culprit: Culprit) -> bool:
    """Whether somebody beyond the file of the entity writes its state as more than a form would."""
    if culprit.is_plain or not culprit.written:
        return False
    guarded = {method.fact.name for method, _ in found.methods if method.has_decorator("setter")}
    written = {name for name in culprit.written if name not in guarded}
    return bool(written) and culprit.function.module != found.owner.module


def _finding(codebase: Codebase, rule: Rule, found: Entity, culprit: Culprit) -> Finding:
    owner, function = found.owner, culprit.function
    layer = codebase.layer(function.module.name)
    fields = listed("any field" if name == ANY else name for name in culprit.written)
    return Finding(
        rule=rule.name,
        place=Place(function.module.path, culprit.line),
        module=function.module.name,
        symbol=function.fact.qualname,
        layer=layer.name if layer else None,
        target=owner.dotted,
        message=f"{function.fact.qualname}() changes {fields} of {owner.name} from outside",
        help=_help(found, culprit),
        evidence=(
            Evidence(owner.module.path, owner.fact.line, f"{owner.name} has methods of its own"),
        ),
        because=layer.because if layer else "",
    )


def _help(found: Entity, culprit: Culprit) -> str:
    name = found.owner.name
    wanted = {bare(field) for field in culprit.written}
    does_it = [
        f"{method.fact.name}()"
        for method, _ in found.methods
        if method.fact.is_public and wanted and wanted <= {bare(w.attribute) for w in method.writes}
    ]
    if does_it:
        return f"{name} has {listed(does_it)} for that; call it instead"
    return f"give {name} a method that says what happens, and call it here"
