"""The guard: refuses sources that would crash the parser or keep it busy for ever.

LibCST's parser recurses on the machine's stack. Where that ends, the whole run ends, and no
`except` helps. With the usual 8 MB it dies between 800 and 1500 nested brackets, at about 9000
operands in a row and at about 10000 `elif`s, and long before that it takes minutes. The limits
suit a stack of 2 MB. In the patterns of `match`, each bracket inside another takes up to four
times as long, ten of them eight seconds. No code written by hand comes near any of this.
"""

import re

from archlint.sources.unreadable import UnreadableError

DEEPEST_BRACKETS = 200
DEEPEST_PATTERN = 10
MOST_STEPS = 1200
MOST_ELIFS = 2000

_SIGNS = b"-+*/%@&|^~<>.([{'\""
_OTHER = bytes(set(range(256)) - set(_SIGNS))
_WORDS = (b"and", b"or", b"not", b"if", b"else", b"lambda", b"await")
_CASE = re.compile(rb"^[ \t]*case\b[^\r\n]*[(\[{]", re.MULTILINE)
_TOKEN = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*+"""'
    rb"|'''(?:[^'\\]|\\.|'(?!''))*+'''"
    rb'|"(?:[^"\\\r\n]|\\.)*+"'
    rb"|'(?:[^'\\\r\n]|\\.)*+'"
    rb"|\#[^\r\n]*+|\\\r?\n|[\r\n,;)\]}]"
    rb"|^[ \t]*case\b|[-+*/%@&|^~<>.([{]|\b(?:" + b"|".join(_WORDS) + rb")\b",
    re.DOTALL | re.MULTILINE,
)


def refuse_crashers(source: bytes) -> None:
    """Raise `UnreadableError` for what is nested or chained too far to be parsed safely."""
    if source.count(b"elif") > MOST_ELIFS:
        raise UnreadableError(f"it has more than {MOST_ELIFS} elifs")
    if _may_be_steep(source):
        _climb(source)


def _may_be_steep(source: bytes) -> bool:
    """Whether all that a source holds would reach a limit if it stood in one expression."""
    steps = len(source.translate(None, _OTHER)) + sum(map(source.count, _WORDS))
    if steps > MOST_STEPS:
        return True
    depth = _bracket_depth(source)
    return depth > DEEPEST_BRACKETS or (depth > DEEPEST_PATTERN and bool(_CASE.search(source)))


def _bracket_depth(source: bytes) -> int:
    """Tell how deep brackets nest at most, those in strings and comments included."""
    brackets = source.translate(None, _NO_BRACKETS)
    depth, before = 0, -1
    while len(brackets) != before:
        before = len(brackets)
        brackets = brackets.replace(b"()", b"").replace(b"[]", b"").replace(b"{}", b"")
        depth += 1
    return depth + before


_NO_BRACKETS = bytes(set(range(256)) - set(b"()[]{}"))


def _climb(source: bytes) -> None:
    """Count how deep the tree could get at each token.

    An operator, a string or a bracket adds at most one level to the expression that it stands in,
    until a comma or the end of the line. A closing bracket leads back to where it was opened.
    """
    level = 0
    opened: list[int] = []
    deepest = DEEPEST_BRACKETS
    for token in _TOKEN.finditer(source):
        sign = token[0][:1]
        if sign in b"([{":
            opened.append(level)
            level += 1
        elif sign in b")]}":
            level = opened.pop() + 1 if opened else 0
        elif sign in b",;":
            level = opened[-1] + 1 if opened else 0
        elif sign in b"\r\n":
            level, deepest = (level, deepest) if opened else (0, DEEPEST_BRACKETS)
        elif sign in b"#\\":
            continue
        elif token[0].endswith(b"case"):
            deepest = deepest if opened else DEEPEST_PATTERN
        else:
            level += 1
        if level > MOST_STEPS or len(opened) > deepest:
            raise _too_steep(source, token.start())


def _too_steep(source: bytes, position: int) -> UnreadableError:
    before = source[:position]
    line = before.count(b"\n") + 1
    column = position - before.rfind(b"\n")
    return UnreadableError("an expression is nested or chained too deeply", line, column)
