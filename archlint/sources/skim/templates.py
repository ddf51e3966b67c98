"""Templates: what `"a.%s" % b` and `"a.{}".format(b)` are put together from."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import NamedTuple

_CONVERSION = re.compile(r"%(?:\((\w*)\))?(.?)")
_UNREADABLE = ast.Constant(value=None)


class Arguments(NamedTuple):
    """What is put into a template, by position and by name."""

    positional: Sequence[ast.expr]
    named: Mapping[str, ast.expr]

    def at(self, position: int) -> ast.expr:
        """Return what stands at a position; a star in front of it makes that unknown."""
        given = self.positional[: position + 1]
        if len(given) <= position or any(isinstance(each, ast.Starred) for each in given):
            return _UNREADABLE
        return given[position]

    def of(self, name: str) -> ast.expr:
        """Return what goes by a name."""
        return self.named.get(name, _UNREADABLE)


def formatted(template: str, call: ast.Call) -> Iterator[ast.expr]:
    """Yield the parts of `template.format(...)` in their order; None stands for the unknown."""
    arguments = Arguments(call.args, {k.arg: k.value for k in call.keywords if k.arg})
    position = 0
    try:
        parts = [*Formatter().parse(template)]
    except ValueError:
        return
    for literal, field, spec, conversion in parts:
        yield ast.Constant(value=literal)
        if field is None:
            continue
        is_plain = not spec and conversion in {None, "s"}
        yield _field(field or str(position), arguments) if is_plain else _UNREADABLE
        position += not field


def _field(field: str, arguments: Arguments) -> ast.expr:
    return arguments.at(int(field)) if field.isdecimal() else arguments.of(field)


def interpolated(template: str, given: ast.expr) -> Iterator[ast.expr]:
    """Yield the parts of `template % given` in their order; None stands for the unknown."""
    arguments = _given(given)
    start = position = 0
    for found in _CONVERSION.finditer(template):
        yield ast.Constant(value=template[start : found.start()])
        start = found.end()
        name, kind = found.groups()
        if kind == "%" and name is None:
            yield ast.Constant(value="%")
        elif kind != "s":
            yield _UNREADABLE
        elif name is not None:
            yield arguments.of(name)
        else:
            yield arguments.at(position)
            position += 1
    yield ast.Constant(value=template[start:])


def _given(given: ast.expr) -> Arguments:
    if isinstance(given, ast.Tuple):
        return Arguments(given.elts, {})
    if isinstance(given, ast.Dict):
        return Arguments((), dict(_entries(zip(given.keys, given.values, strict=True))))
    return Arguments((given,), {})


def _entries(pairs: Iterable[tuple[ast.expr | None, ast.expr]]) -> Iterator[tuple[str, ast.expr]]:
    for key, value in pairs:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value, value
