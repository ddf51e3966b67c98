"""Whether the instances of a class can change once they are built."""

from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import StatementKind, walk
from archlint.model.facts.structure import Class

_CONFIGURATIONS = frozenset({"model_config", "Config"})
_FROZEN_DECORATORS = frozenset({"attrs.frozen", "attr.frozen"})


def frozen_by(owner: ProjectClass) -> str:
    """Return in words what makes the instances of a class immutable, "" when nothing does."""
    for heir in owner.lineage:
        if how := _frozen_here(heir):
            return how if heir is owner else f"{how} in {heir.name}"
    return ""


def may_be_frozen(owner: ProjectClass) -> bool:
    """Whether it cannot be seen what a class is configured with, because that has only a name."""
    return any(
        statement.kind is StatementKind.ASSIGN
        and statement.expressions[1].text in _CONFIGURATIONS
        and bool(statement.expressions[0].dotted)
        for heir in owner.lineage
        for statement in heir.fact.body
    )


def _frozen_here(owner: ProjectClass) -> str:
    if any(name in _FROZEN_DECORATORS for name in owner.decorators):
        return "@frozen"
    for decorator in owner.fact.decorators:
        if decorator.kind is ExpressionKind.CALL and _is_true(decorator.keyword("frozen")):
            return f"@{decorator.callee.text}(frozen=True)"
    if _has(owner.fact.keywords, "frozen", "True"):
        return "frozen=True"
    if _configured(owner.fact):
        return "a frozen configuration"
    return "__setattr__ that raises" if _refuses_assignment(owner.fact) else ""


def _is_true(value: Expression | None) -> bool:
    return value is not None and value.text == "True"


def _has(keywords: tuple[Expression, ...], name: str, value: str) -> bool:
    return any(
        k.kind is ExpressionKind.KEYWORD and k.text == name and k.parts[0].text == value
        for k in keywords
    )


def _configured(fact: Class) -> bool:
    """Whether `model_config` or a nested `Config` of pydantic says so."""
    for statement in fact.body:
        is_assigned = statement.kind is StatementKind.ASSIGN
        if is_assigned and statement.expressions[1].text in _CONFIGURATIONS:
            return _says_frozen(statement.expressions[0])
    return any(
        statement.kind is StatementKind.ASSIGN
        and _freezes(statement.expressions[1].text, statement.expressions[0].text)
        for nested in fact.classes
        if nested.name == "Config"
        for statement in nested.body
    )


def _says_frozen(config: Expression) -> bool:
    if config.kind is ExpressionKind.CALL:
        return _has(config.arguments, "frozen", "True")
    return any(
        pair.kind is ExpressionKind.PAIR and _freezes(pair.parts[0].text, pair.parts[1].text)
        for pair in config.parts
    )


def _freezes(option: str, value: str) -> bool:
    return (option, value) in {("frozen", "True"), ("allow_mutation", "False")}


def _refuses_assignment(fact: Class) -> bool:
    method = fact.method("__setattr__")
    return (
        method is not None
        and any(statement.kind is StatementKind.RAISE for statement in method.body[:1])
        and not any(s.kind is StatementKind.IF for s in walk(method.body))
    )
