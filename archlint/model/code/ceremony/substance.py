"""Substance: whether a class has rules of its own, for itself or for what it holds."""

from archlint.model.code.behaviour.kinds import STRONG, MethodKind, kinds_of
from archlint.model.code.behaviour.state import state_of
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.inference.engine import Inference

_TELLING = STRONG | {MethodKind.VALIDATOR}


def has_rules(owner: ProjectClass) -> bool:
    """Whether a method decides or changes something, or the class refuses to be built wrongly."""
    return any(
        kind in _TELLING or (kind is MethodKind.CONSTRUCTOR and method.guards)
        for method, kind in kinds_of(owner, state_of(owner, None))
    )


def holds_rules(owner: ProjectClass, inference: Inference) -> bool:
    """Whether a field holds an object of the project that has rules."""
    for field in owner.fields:
        for held in inference.members.field_type(owner, field).mentioned():
            known = inference.classes.get(held.name)
            if known is not None and has_rules(known):
                return True
    return False
