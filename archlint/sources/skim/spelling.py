"""Spelling: dotted names in quotes, and the labels by which a file's own things are looked up."""

import ast
import re
from collections.abc import Iterable, Iterator

from archlint.sources.skim.dotted import last_name
from archlint.sources.skim.texts import text_of

_QUOTED = re.compile(rb"[\"']([A-Za-z_][\w\[\] ,|]*+\.\w[\w\[\] ,|.]*+)[\"']")
_COMMENT = re.compile(rb"# type:([^\n]*)")
_HEAD = re.compile(rb"(?<![\w.])([A-Za-z_]\w*)\.\w")
_APPLICATION = b"AppConfig"


def spelled(source: bytes) -> tuple[str, ...]:
    """Return the first names of dotted names in texts that look like annotations.

    They are read off the bytes: the skim does not look at every expression. Whoever wants to know
    more has to read the uses of the file.
    """
    texts = _QUOTED.findall(source)
    if b"# type:" in source:
        texts += _COMMENT.findall(source)
    heads = {head for text in texts for head in _HEAD.findall(text)}
    return tuple(sorted(head.decode() for head in heads))


def labels(top: Iterable[ast.stmt], source: bytes) -> tuple[tuple[str, str], ...]:
    """Return the Django applications that a file configures: pairs of label and package."""
    if _APPLICATION not in source:
        return ()
    classes = (statement for statement in top if isinstance(statement, ast.ClassDef))
    return tuple(label for each in classes for label in _label(each))


def _label(configuration: ast.ClassDef) -> Iterator[tuple[str, str]]:
    if not any(last_name(base).endswith(_APPLICATION.decode()) for base in configuration.bases):
        return
    given = {
        target.id: text
        for statement in configuration.body
        if isinstance(statement, ast.Assign) and (text := text_of(statement.value))
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    if package := given.get("name"):
        yield given.get("label") or package.rpartition(".")[2], package
