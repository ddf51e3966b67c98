"""Judges services of the domain: one that remembers what happened in an earlier call."""

from collections.abc import Iterator

from archlint.model.architecture.layers import Role
from archlint.model.code.behaviour.culprits import listed
from archlint.model.code.behaviour.remembering import Kept, kept_between_calls
from archlint.model.code.classes.freezing import frozen_by
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import ClassRole
from archlint.model.code.roles.words import ending
from archlint.model.codebase import Codebase
from archlint.model.finding import Evidence, Finding
from archlint.model.place import Place
from archlint.model.rule import Rule

_STATELESS = (
    "Service", "Policy", "Specification", "Spec", "Calculator", "Validator", "Checker", "Evaluator",
    "Strategy", "Handler", "UseCase", "Usecase", "Interactor", "Converter", "Translator", "Mapper",
    "Hasher",
)  # fmt: skip


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each service of the domain with a memory."""
    for owner in codebase.classes:
        if _is_judged(codebase, owner) and (kept := tuple(kept_between_calls(owner))):
            yield _finding(codebase, rule, owner, kept)


def _is_judged(codebase: Codebase, owner: ProjectClass) -> bool:
    """Whether a class is a service by its name or folder, and not one whose job is to remember."""
    layer = codebase.layer(owner.module.name)
    if layer is None or layer.role is not Role.DOMAIN or frozen_by(owner):
        return False
    verdict = codebase.role_of(owner)
    if verdict.role is not ClassRole.SERVICE:
        return False
    return any(ending(name, _STATELESS) for name in (owner.name, *owner.ancestor_names))


def _finding(
    codebase: Codebase, rule: Rule, owner: ProjectClass, kept: tuple[Kept, ...]
) -> Finding:
    layer = codebase.memberships[owner.module.name].layer
    attributes = listed(dict.fromkeys(each.attribute for each in kept))
    methods = listed(dict.fromkeys(f"{each.method.name}()" for each in kept))
    return Finding(
        rule=rule.name,
        place=Place(owner.module.path, owner.fact.line, owner.fact.column + 1),
        module=owner.module.name,
        symbol=owner.fact.qualname,
        layer=layer.name,
        message=f"{owner.name} is a service, and keeps {attributes} from one call to the next",
        help=f"let {methods} return it, or give it to the entity or value object that it is about",
        evidence=tuple(
            Evidence(owner.module.path, each.line, f"{each.method.name}() changes {each.attribute}")
            for each in kept
        ),
        because=layer.because,
    )
