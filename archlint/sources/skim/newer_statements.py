"""Statements of LibCST as those of the standard library, as far as the skim looks at them."""

import ast
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange

from archlint.sources.skim.newer_expressions import Expressions, stored
from archlint.sources.skim.newer_nodes import TypeAlias, TypeParameter
from archlint.sources.skim.newer_patterns import Patterns

_Suite = cst.Module | cst.BaseSuite
_Definition = cst.FunctionDef | cst.ClassDef


class Statements:
    """Turns statements, with the line and the column where they start."""

    def __init__(
        self, expressions: Expressions, positions: Mapping[cst.CSTNode, CodeRange]
    ) -> None:
        self._read = expressions.read
        self._expressions = expressions
        self._patterns = Patterns(expressions)
        self._positions = positions
        # `Any`: each reader takes the one type of node that it is listed under
        self._readers: dict[type[cst.CSTNode], Callable[[Any], ast.stmt]] = {
            cst.Import: self._import,
            cst.ImportFrom: self._import_from,
            cst.Assign: self._assign,
            cst.AnnAssign: self._annotated,
            cst.AugAssign: self._augmented,
            cst.Expr: self._expression,
            cst.TypeAlias: self._type_alias,
            cst.If: self._if,
            cst.While: self._while,
            cst.For: self._for,
            cst.With: self._with,
            cst.Try: self._try,
            cst.TryStar: self._try,
            cst.Match: self._match,
            cst.FunctionDef: self._function,
            cst.ClassDef: self._class,
        }

    def body(self, suite: _Suite | None) -> list[ast.stmt]:
        """Return the statements of a suite, those that share a line one by one."""
        return [self._statement(node) for node in _statements(suite)] if suite else []

    def _statement(self, node: cst.CSTNode) -> ast.stmt:
        reader = self._readers.get(type(node))
        statement = reader(node) if reader else ast.Expr(value=self._expressions.inside(node))
        where = self._positions[node]
        statement.lineno, statement.col_offset = where.start.line, where.start.column
        statement.end_lineno = where.end.line
        return statement

    def _import(self, node: cst.Import) -> ast.stmt:
        return ast.Import(names=[_alias(name) for name in node.names])

    def _import_from(self, node: cst.ImportFrom) -> ast.stmt:
        star = isinstance(node.names, cst.ImportStar)
        names = [ast.alias(name="*")] if star else [_alias(name) for name in _names(node)]
        module = _dotted(node.module) if node.module else None
        return ast.ImportFrom(module=module, names=names, level=len(node.relative))

    def _assign(self, node: cst.Assign) -> ast.stmt:
        targets = [stored(self._read(target.target)) for target in node.targets]
        return ast.Assign(targets=targets, value=self._read(node.value))

    def _annotated(self, node: cst.AnnAssign) -> ast.stmt:
        return ast.AnnAssign(
            target=_target(stored(self._read(node.target))),
            annotation=self._read(node.annotation.annotation),
            value=self._read(node.value) if node.value else None,
            simple=1,
        )

    def _augmented(self, node: cst.AugAssign) -> ast.stmt:
        operator = ast.Add() if isinstance(node.operator, cst.AddAssign) else ast.Sub()
        target = _target(self._read(node.target))
        return ast.AugAssign(target=target, op=operator, value=self._read(node.value))

    def _expression(self, node: cst.Expr) -> ast.stmt:
        return ast.Expr(value=self._read(node.value))

    def _type_alias(self, node: cst.TypeAlias) -> ast.stmt:
        name = stored(self._read(node.name))
        return TypeAlias(name, self._type_parameters(node), self._read(node.value))

    def _if(self, node: cst.If) -> ast.stmt:
        if isinstance(node.orelse, cst.If):
            orelse = [self._statement(node.orelse)]
        else:
            orelse = self._else(node.orelse)
        return ast.If(test=self._read(node.test), body=self.body(node.body), orelse=orelse)

    def _else(self, node: cst.Else | None) -> list[ast.stmt]:
        return self.body(node.body if node else None)

    def _while(self, node: cst.While) -> ast.stmt:
        test, body = self._read(node.test), self.body(node.body)
        return ast.While(test=test, body=body, orelse=self._else(node.orelse))

    def _for(self, node: cst.For) -> ast.stmt:
        return ast.For(
            target=stored(self._read(node.target)),
            iter=self._read(node.iter),
            body=self.body(node.body),
            orelse=self._else(node.orelse),
        )

    def _with(self, node: cst.With) -> ast.stmt:
        items = [
            ast.withitem(
                context_expr=self._read(item.item),
                optional_vars=stored(self._read(item.asname.name)) if item.asname else None,
            )
            for item in node.items
        ]
        return ast.With(items=items, body=self.body(node.body))

    def _try(self, node: cst.Try | cst.TryStar) -> ast.stmt:
        return ast.Try(
            body=self.body(node.body),
            handlers=[self._handler(handler) for handler in node.handlers],
            orelse=self._else(node.orelse),
            finalbody=self.body(node.finalbody.body if node.finalbody else None),
        )

    def _handler(self, node: cst.ExceptHandler | cst.ExceptStarHandler) -> ast.ExceptHandler:
        name = node.name.name if node.name else None
        return ast.ExceptHandler(
            type=self._read(node.type) if node.type else None,
            name=name.value if isinstance(name, cst.Name) else None,
            body=self.body(node.body),
        )

    def _match(self, node: cst.Match) -> ast.stmt:
        cases = [self._case(case) for case in node.cases]
        return ast.Match(subject=self._read(node.subject), cases=cases)

    def _case(self, node: cst.MatchCase) -> ast.match_case:
        return ast.match_case(
            pattern=self._patterns.pattern(node.pattern),
            guard=self._read(node.guard) if node.guard else None,
            body=self.body(node.body),
        )

    def _function(self, node: cst.FunctionDef) -> ast.stmt:
        function = ast.AsyncFunctionDef if node.asynchronous else ast.FunctionDef
        made = function(
            name=node.name.value,
            args=self._expressions.parameters(node.params),
            body=self.body(node.body),
            decorator_list=self._decorators(node),
            returns=self._read(node.returns.annotation) if node.returns else None,
        )
        return self._generic(made, node)

    def _class(self, node: cst.ClassDef) -> ast.stmt:
        bases, keywords = self._expressions.arguments([*node.bases, *node.keywords])
        made = ast.ClassDef(
            name=node.name.value,
            bases=bases,
            keywords=keywords,
            body=self.body(node.body),
            decorator_list=self._decorators(node),
        )
        return self._generic(made, node)

    def _generic(self, made: ast.stmt, node: _Definition) -> ast.stmt:
        """Add the type parameters, which the standard library has since Python 3.12."""
        vars(made)["type_params"] = self._type_parameters(node)
        return made

    def _type_parameters(self, node: _Definition | cst.TypeAlias) -> list[TypeParameter]:
        given = node.type_parameters.params if node.type_parameters else ()
        return [self._type_parameter(parameter) for parameter in given]

    def _type_parameter(self, node: cst.TypeParam) -> TypeParameter:
        bound = node.param.bound if isinstance(node.param, cst.TypeVar) else None
        return TypeParameter(
            node.param.name.value,
            self._read(bound) if bound else None,
            self._read(node.default) if node.default else None,
        )

    def _decorators(self, node: _Definition) -> list[ast.expr]:
        return [self._read(decorator.decorator) for decorator in node.decorators]


def _statements(suite: _Suite) -> Iterator[cst.CSTNode]:
    for node in suite.body:
        if isinstance(node, cst.SimpleStatementLine):
            yield from node.body
        else:
            yield node


def _names(node: cst.ImportFrom) -> Iterator[cst.ImportAlias]:
    if not isinstance(node.names, cst.ImportStar):
        yield from node.names


def _alias(node: cst.ImportAlias) -> ast.alias:
    return ast.alias(name=_dotted(node.name), asname=node.evaluated_alias)


def _dotted(node: cst.BaseExpression) -> str:
    if isinstance(node, cst.Attribute):
        return f"{_dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def _target(node: ast.expr) -> ast.Name | ast.Attribute | ast.Subscript:
    """Return what an annotated or augmented assignment may have on its left."""
    if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
        return node
    return ast.Attribute(value=node, attr="", ctx=ast.Store())
