"""Classes and functions of the code base, told as facts for rules of one's own."""

from archlint.model.code.classes.functions import ProjectFunction
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.names.resolution import Names
from archlint.model.codebase import Codebase
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.place import Place
from archlint.own.facts import Class, Function, Module


def class_of(owner: ProjectClass, module: Module, codebase: Codebase) -> Class:
    """Return a class with its role."""
    fact = owner.fact
    methods = (ProjectFunction(owner.module, method, owner) for method in fact.methods)
    return Class(
        module=module,
        place=Place(module.path, fact.line, fact.column + 1),
        name=fact.name,
        symbol=fact.qualname,
        role=codebase.role_of(owner).role.value,
        ancestors=tuple(each.dotted for each in owner.ancestors if each.dotted),
        decorators=owner.decorators,
        fields=tuple(field.name for field in owner.own_fields),
        methods=tuple(function_of(method, module, codebase.names) for method in methods),
    )


def function_of(known: ProjectFunction, module: Module, names: Names) -> Function:
    """Return a function or method."""
    fact = known.fact
    is_method = known.owner is not None and fact in known.owner.fact.methods
    decorators = (_undressed(decorator).dotted for decorator in fact.decorators)
    return Function(
        module=module,
        place=Place(module.path, fact.line, fact.column + 1),
        name=fact.name,
        symbol=fact.qualname,
        decorators=tuple(names.resolve(module.name, d).dotted or d for d in decorators if d),
        parameters=tuple(parameter.name for parameter in fact.own_parameters),
        is_async=fact.is_async,
        is_method=is_method,
    )


def _undressed(decorator: Expression) -> Expression:
    return decorator.callee if decorator.kind is ExpressionKind.CALL else decorator
