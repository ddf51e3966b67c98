"""Expressions of LibCST as those of the standard library, as far as the skim tells them apart.

The others become a set display of the expressions inside them: a node that nobody takes for a name,
a call or a text, and that is searched for calls like any other.
"""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import libcst as cst
from libcst.metadata import CodeRange

_CONSTANTS = {"None": None, "True": True, "False": False}
_COMPARISONS: dict[type[cst.BaseCompOp], type[ast.cmpop]] = {
    cst.Equal: ast.Eq,
    cst.NotEqual: ast.NotEq,
}
_OPERATORS: dict[type[cst.BaseBinaryOp], type[ast.operator]] = {
    cst.Add: ast.Add,
    cst.Modulo: ast.Mod,
}


def opaque(parts: Sequence[ast.expr]) -> ast.expr:
    """Return an expression of which only what is inside matters."""
    return ast.Set(elts=list(parts))


class Expressions:
    """Turns expressions, with the lines and columns where they start."""

    def __init__(self, positions: Mapping[cst.CSTNode, CodeRange]) -> None:
        self._positions = positions
        # `Any`: each reader takes the one type of node that it is listed under
        self._readers: dict[type[cst.CSTNode], Callable[[Any], ast.expr]] = {
            cst.Name: _name,
            cst.Attribute: self._attribute,
            cst.Call: self._call,
            cst.SimpleString: _string,
            cst.ConcatenatedString: self._concatenated,
            cst.FormattedString: self._formatted,
            cst.Integer: _integer,
            cst.Comparison: self._comparison,
            cst.BooleanOperation: self._boolean,
            cst.UnaryOperation: self._unary,
            cst.BinaryOperation: self._binary,
            cst.List: self._list,
            cst.Tuple: self._tuple,
            cst.Dict: self._dict,
            cst.Subscript: self._subscript,
            cst.Lambda: self._lambda,
            cst.NamedExpr: self._named,
            cst.ListComp: self._comprehension,
            cst.SetComp: self._comprehension,
            cst.GeneratorExp: self._comprehension,
            cst.DictComp: self._dict_comprehension,
        }

    def read(self, node: cst.CSTNode) -> ast.expr:
        """Return an expression; for any other node, an opaque one of what is inside."""
        reader = self._readers.get(type(node))
        expression = reader(node) if reader else self.inside(node)
        if node in self._positions:
            start = self._positions[node].start
            expression.lineno, expression.col_offset = start.line, start.column
        return expression

    def inside(self, node: cst.CSTNode) -> ast.expr:
        """Return an opaque expression of the expressions inside a node."""
        return opaque([self.read(inner) for inner in _inner(node)])

    def _attribute(self, node: cst.Attribute) -> ast.expr:
        return ast.Attribute(value=self.read(node.value), attr=node.attr.value, ctx=ast.Load())

    def _call(self, node: cst.Call) -> ast.expr:
        arguments, keywords = self.arguments(node.args)
        return ast.Call(func=self.read(node.func), args=arguments, keywords=keywords)

    def arguments(self, given: Sequence[cst.Arg]) -> tuple[list[ast.expr], list[ast.keyword]]:
        """Return the positional and the keyword arguments of a call or a class."""
        positional: list[ast.expr] = []
        keywords: list[ast.keyword] = []
        for argument in given:
            value = self.read(argument.value)
            if argument.star == "*":
                positional.append(ast.Starred(value=value, ctx=ast.Load()))
            elif argument.star or argument.keyword:
                name = argument.keyword.value if argument.keyword else None
                keywords.append(ast.keyword(arg=name, value=value))
            else:
                positional.append(value)
        return positional, keywords

    def _concatenated(self, node: cst.ConcatenatedString) -> ast.expr:
        if node.evaluated_value is not None:
            return ast.Constant(value=node.evaluated_value)
        return ast.JoinedStr(values=[self.read(node.left), self.read(node.right)])

    def _formatted(self, node: cst.FormattedString) -> ast.expr:
        return ast.JoinedStr(values=[self._part(part) for part in node.parts])

    def _part(self, part: cst.BaseFormattedStringContent) -> ast.expr:
        if isinstance(part, cst.FormattedStringText):
            return ast.Constant(value=part.value.replace("{{", "{").replace("}}", "}"))
        if not isinstance(part, cst.FormattedStringExpression):
            return self.inside(part)
        conversion = ord(part.conversion) if part.conversion else -1
        spec = [self._part(inner) for inner in part.format_spec or ()]
        return ast.FormattedValue(
            value=self.read(part.expression),
            conversion=conversion,
            format_spec=None if part.format_spec is None else ast.JoinedStr(values=spec),
        )

    def _comparison(self, node: cst.Comparison) -> ast.expr:
        return ast.Compare(
            left=self.read(node.left),
            ops=[_COMPARISONS.get(type(c.operator), ast.Is)() for c in node.comparisons],
            comparators=[self.read(c.comparator) for c in node.comparisons],
        )

    def _boolean(self, node: cst.BooleanOperation) -> ast.expr:
        operator = ast.And() if isinstance(node.operator, cst.And) else ast.Or()
        return ast.BoolOp(op=operator, values=[self.read(node.left), self.read(node.right)])

    def _unary(self, node: cst.UnaryOperation) -> ast.expr:
        if not isinstance(node.operator, cst.Not):
            return self.inside(node)
        return ast.UnaryOp(op=ast.Not(), operand=self.read(node.expression))

    def _binary(self, node: cst.BinaryOperation) -> ast.expr:
        operator = _OPERATORS.get(type(node.operator), ast.Sub)()
        return ast.BinOp(left=self.read(node.left), op=operator, right=self.read(node.right))

    def _list(self, node: cst.List) -> ast.expr:
        return ast.List(elts=[self._element(e) for e in node.elements], ctx=ast.Load())

    def _tuple(self, node: cst.Tuple) -> ast.expr:
        return ast.Tuple(elts=[self._element(e) for e in node.elements], ctx=ast.Load())

    def _element(self, element: cst.BaseElement) -> ast.expr:
        value = self.read(element.value)
        if isinstance(element, cst.StarredElement):
            return ast.Starred(value=value, ctx=ast.Load())
        return value

    def _dict(self, node: cst.Dict) -> ast.expr:
        keys = [self.read(e.key) if isinstance(e, cst.DictElement) else None for e in node.elements]
        return ast.Dict(keys=keys, values=[self.read(e.value) for e in node.elements])

    def _subscript(self, node: cst.Subscript) -> ast.expr:
        indices = [
            self.read(e.slice.value) if isinstance(e.slice, cst.Index) else self.inside(e.slice)
            for e in node.slice
        ]
        inside = indices[0] if len(indices) == 1 else ast.Tuple(elts=indices, ctx=ast.Load())
        return ast.Subscript(value=self.read(node.value), slice=inside, ctx=ast.Load())

    def _lambda(self, node: cst.Lambda) -> ast.expr:
        return ast.Lambda(args=self.parameters(node.params), body=self.read(node.body))

    def parameters(self, node: cst.Parameters) -> ast.arguments:
        """Return parameters as if each were a plain one: how they are passed does not matter."""
        found = [*node.posonly_params, *node.params, *node.kwonly_params]
        stars = (node.star_arg, node.star_kwarg)
        found += [star for star in stars if isinstance(star, cst.Param)]
        return ast.arguments(
            posonlyargs=[],
            args=[self._parameter(parameter) for parameter in found],
            kwonlyargs=[],
            kw_defaults=[],
            defaults=[self.read(p.default) for p in found if p.default],
        )

    def _parameter(self, node: cst.Param) -> ast.arg:
        annotation = self.read(node.annotation.annotation) if node.annotation else None
        return ast.arg(arg=node.name.value, annotation=annotation)

    def _named(self, node: cst.NamedExpr) -> ast.expr:
        name = node.target.value if isinstance(node.target, cst.Name) else ""
        target = ast.Name(id=name, ctx=ast.Store())
        return ast.NamedExpr(target=target, value=self.read(node.value))

    def _comprehension(self, node: cst.BaseSimpleComp) -> ast.expr:
        clauses = [self._clause(clause) for clause in _clauses(node.for_in)]
        return ast.GeneratorExp(elt=self.read(node.elt), generators=clauses)

    def _dict_comprehension(self, node: cst.DictComp) -> ast.expr:
        clauses = [self._clause(clause) for clause in _clauses(node.for_in)]
        return ast.DictComp(
            key=self.read(node.key), value=self.read(node.value), generators=clauses
        )

    def _clause(self, node: cst.CompFor) -> ast.comprehension:
        return ast.comprehension(
            target=stored(self.read(node.target)),
            iter=self.read(node.iter),
            ifs=[self.read(condition.test) for condition in node.ifs],
            is_async=0,
        )


def stored(node: ast.expr) -> ast.expr:
    """Return an expression as something that is assigned to."""
    if isinstance(node, ast.Name | ast.Subscript):
        node.ctx = ast.Store()
    for inner in getattr(node, "elts", ()):
        stored(inner)
    if isinstance(node, ast.Starred):
        stored(node.value)
    return node


def _clauses(node: cst.CompFor | None) -> Iterator[cst.CompFor]:
    while node:
        yield node
        node = node.inner_for_in


def _inner(node: cst.CSTNode) -> Iterator[cst.BaseExpression]:
    for child in node.children:
        if isinstance(child, cst.BaseExpression):
            yield child
        elif not isinstance(child, cst.BaseSuite | cst.BaseCompoundStatement):
            yield from _inner(child)


def _name(node: cst.Name) -> ast.expr:
    if node.value in _CONSTANTS:
        return ast.Constant(value=_CONSTANTS[node.value])
    return ast.Name(id=node.value, ctx=ast.Load())


def _string(node: cst.SimpleString) -> ast.expr:
    return ast.Constant(value=node.evaluated_value)


def _integer(node: cst.Integer) -> ast.expr:
    return ast.Constant(value=node.evaluated_value)
