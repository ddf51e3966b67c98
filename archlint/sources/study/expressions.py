"""Expressions as facts: the table of converters, and those that fit no other group."""

from collections.abc import Iterator, Mapping

import libcst as cst

from archlint.model.facts.expressions import Expression, ExpressionKind
from archlint.sources.study import chains, displays, literals, patterns
from archlint.sources.study.operators import COMPARING, UNARY
from archlint.sources.study.reader import Converter, Reader


def _unary(node: cst.UnaryOperation, reader: Reader) -> Expression:
    text = UNARY.get(type(node.operator), "")
    parts = (reader.expression(node.expression),)
    return Expression(ExpressionKind.OPERATION, text, parts, reader.starts[node])


def _comparison(node: cst.Comparison, reader: Reader) -> Expression:
    operators = [COMPARING.get(type(target.operator), "") for target in node.comparisons]
    compared = [reader.expression(target.comparator) for target in node.comparisons]
    parts = (reader.expression(node.left), *compared)
    return Expression(ExpressionKind.COMPARISON, " ".join(operators), parts, reader.starts[node])


def _conditional(node: cst.IfExp, reader: Reader) -> Expression:
    parts = tuple([reader.expression(part) for part in (node.test, node.body, node.orelse)])
    return Expression(ExpressionKind.CONDITIONAL, "", parts, reader.starts[node])


def _awaited(node: cst.Await, reader: Reader) -> Expression:
    parts = (reader.expression(node.expression),)
    return Expression(ExpressionKind.AWAIT, "", parts, reader.starts[node])


def _yielded(node: cst.Yield, reader: Reader) -> Expression:
    line = reader.starts[node]
    if isinstance(node.value, cst.From):
        inner = (reader.expression(node.value.item),)
        return Expression(ExpressionKind.YIELD, "from", inner, line)
    parts = (reader.expression(node.value),) if node.value else ()
    return Expression(ExpressionKind.YIELD, "", parts, line)


def _named(node: cst.NamedExpr, reader: Reader) -> Expression:
    text = node.target.value if isinstance(node.target, cst.Name) else ""
    parts = (reader.expression(node.value),)
    return Expression(ExpressionKind.NAMED, text, parts, reader.starts[node])


def _lambda(node: cst.Lambda, reader: Reader) -> Expression:
    params = [*parameters(node.params)]
    names = " ".join(param.name.value for param in params)
    defaults = [reader.expression(param.default) for param in params if param.default]
    parts = (reader.expression(node.body), *defaults)
    return Expression(ExpressionKind.LAMBDA, names, parts, reader.starts[node])


def parameters(node: cst.Parameters) -> Iterator[cst.Param]:
    """Yield the parameters of a function or lambda in the order in which they are written."""
    yield from node.posonly_params
    yield from node.params
    if isinstance(node.star_arg, cst.Param):
        yield node.star_arg
    yield from node.kwonly_params
    if node.star_kwarg is not None:
        yield node.star_kwarg


CONVERTERS: Mapping[type[cst.CSTNode], Converter] = {
    cst.Name: literals.name,
    cst.Ellipsis: literals.ellipsis,
    cst.Integer: literals.number,
    cst.Float: literals.number,
    cst.Imaginary: literals.number,
    cst.SimpleString: literals.string,
    cst.ConcatenatedString: literals.joined,
    cst.FormattedString: literals.formatted,
    cst.TemplatedString: literals.formatted,
    cst.Attribute: chains.chain,
    cst.Call: chains.chain,
    cst.Subscript: chains.chain,
    cst.BinaryOperation: chains.chain,
    cst.BooleanOperation: chains.chain,
    cst.UnaryOperation: _unary,
    cst.Comparison: _comparison,
    cst.IfExp: _conditional,
    cst.Await: _awaited,
    cst.Yield: _yielded,
    cst.NamedExpr: _named,
    cst.Lambda: _lambda,
    cst.List: displays.display,
    cst.Tuple: displays.display,
    cst.Set: displays.display,
    cst.Dict: displays.dictionary,
    cst.ListComp: displays.comprehension,
    cst.SetComp: displays.comprehension,
    cst.GeneratorExp: displays.comprehension,
    cst.DictComp: displays.dict_comprehension,
    cst.StarredDictComp: displays.starred_dict_comprehension,
    cst.StarredElement: displays.starred,
    cst.MatchValue: patterns.value,
    cst.MatchSingleton: patterns.value,
    cst.MatchAs: patterns.capture,
    cst.MatchStar: patterns.capture,
    cst.MatchList: patterns.sequence,
    cst.MatchTuple: patterns.sequence,
    cst.MatchOr: patterns.alternatives,
    cst.MatchMapping: patterns.mapping,
    cst.MatchClass: patterns.instance,
}
