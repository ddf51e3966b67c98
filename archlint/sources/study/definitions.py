"""Functions and classes as facts; where one stands among statements, it leaves a DEFINE."""

from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from archlint.model.facts.bodies import Body
from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.model.facts.statements import Statement, StatementKind
from archlint.model.facts.structure import Class, Function, Parameter, ParameterKind
from archlint.sources.study.annotations import annotation, spelled
from archlint.sources.study.chains import argument
from archlint.sources.study.reader import Reader
from archlint.sources.study.scope import Converter, Scope

Statements = tuple[Statement, ...]


def _function(node: cst.FunctionDef, scope: Scope) -> Statement:
    name, lines = node.name.value, scope.lines
    qualname = scope.prefix + name
    inner = scope.inner(f"{qualname}.<locals>.")
    body = inner.body(node.body.body)
    line = lines.starts[node]
    function = Function(
        name=name,
        qualname=qualname,
        line=line,
        column=lines.columns.get(node, 0),
        end_line=lines.ends.get(node, line),
        is_async=node.asynchronous is not None,
        has_docstring=opens_with_docstring(body),
        decorators=_decorators(node.decorators, scope.reader),
        type_parameters=_type_parameters(node.type_parameters),
        parameters=tuple(_parameters(node.params, scope.reader)),
        returns=annotation(node.returns.annotation, scope.reader) if node.returns else None,
        code=Body.of(without_docstring(body)),
        functions=tuple(inner.functions),
        classes=tuple(inner.classes),
    )
    scope.functions.append(function)
    return Statement(StatementKind.DEFINE, line, name)


def _class(node: cst.ClassDef, scope: Scope) -> Statement:
    name, lines = node.name.value, scope.lines
    qualname = scope.prefix + name
    inner = scope.inner(f"{qualname}.")
    body = inner.body(node.body.body)
    line = lines.starts[node]
    definition = Class(
        name=name,
        qualname=qualname,
        line=line,
        column=lines.columns.get(node, 0),
        end_line=lines.ends.get(node, line),
        has_docstring=opens_with_docstring(body),
        decorators=_decorators(node.decorators, scope.reader),
        type_parameters=_type_parameters(node.type_parameters),
        bases=tuple([_base(base) for base in _arguments(node.bases, scope.reader)]),
        keywords=_arguments(node.keywords, scope.reader),
        code=Body.of(beside_definitions(without_docstring(body))),
        methods=tuple(inner.functions),
        classes=tuple(inner.classes),
    )
    scope.classes.append(definition)
    return Statement(StatementKind.DEFINE, line, name)


def opens_with_docstring(body: Statements) -> bool:
    """Whether the first statement of a body is a plain string."""
    if not body or body[0].kind is not StatementKind.DO:
        return False
    return body[0].expressions[0].kind is ExpressionKind.STRING


def without_docstring(body: Statements) -> Statements:
    """Leave out the docstring, if there is one."""
    return body[1:] if opens_with_docstring(body) else body


def beside_definitions(body: Statements) -> Statements:
    """Leave out the functions and classes that stand directly in a body."""
    return tuple([found for found in body if found.kind is not StatementKind.DEFINE])


def _decorators(nodes: Sequence[cst.Decorator], reader: Reader) -> tuple[Expression, ...]:
    return tuple([reader.expression(node.decorator) for node in nodes])


def _type_parameters(node: cst.TypeParameters | None) -> tuple[str, ...]:
    return tuple([param.param.name.value for param in node.params]) if node else ()


def _arguments(nodes: Sequence[cst.Arg], reader: Reader) -> tuple[Expression, ...]:
    return tuple([argument(node, reader) for node in nodes])


def _base(written: Expression) -> Expression:
    """Parse the strings in `Repository["Order"]`; other strings there are no types."""
    return spelled(written) if written.kind is ExpressionKind.SUBSCRIPT else written


def _parameters(node: cst.Parameters, reader: Reader) -> Iterator[Parameter]:
    for param in node.posonly_params:
        yield _parameter(param, ParameterKind.POSITIONAL_ONLY, reader)
    for param in node.params:
        yield _parameter(param, ParameterKind.PLAIN, reader)
    if isinstance(node.star_arg, cst.Param):
        yield _parameter(node.star_arg, ParameterKind.VAR_POSITIONAL, reader)
    for param in node.kwonly_params:
        yield _parameter(param, ParameterKind.KEYWORD_ONLY, reader)
    if node.star_kwarg is not None:
        yield _parameter(node.star_kwarg, ParameterKind.VAR_KEYWORD, reader)


def _parameter(node: cst.Param, kind: ParameterKind, reader: Reader) -> Parameter:
    spelled = annotation(node.annotation.annotation, reader) if node.annotation else None
    default = reader.expression(node.default) if node.default else None
    return Parameter(node.name.value, kind, spelled, default)


CONVERTERS: Mapping[type[cst.CSTNode], Converter] = {
    cst.FunctionDef: _function,
    cst.ClassDef: _class,
}
