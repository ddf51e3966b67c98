"""Patterns as settings write them, and what can be wrong with one."""

import re

from archlint.model.architecture.patterns import CONTEXT, Pattern, Subject

_CAPTURE = re.compile(r"(?<!\{)\{\w*\}(?!\})")
_NAME = re.compile(r"[\w*?\[\]!-]+|\{context\}")


def pattern_fault(text: str, subject: Subject, hint: str = "") -> str:
    """Say what is wrong with a pattern, "" when nothing is; `hint` is told with a path."""
    if not text.strip():
        return "this pattern is empty"
    captures = _CAPTURE.findall(text)
    if strange := [capture for capture in captures if capture != CONTEXT]:
        return f"{strange[0]} in the pattern {text!r}: the only capture is {CONTEXT}"
    if len(captures) > 1:
        return f"the pattern {text!r} captures {CONTEXT} more than once"
    if captures and CONTEXT not in Pattern(text, subject).segments:
        return f"{CONTEXT} in the pattern {text!r} is not a whole segment"
    return _module_fault(text, hint) if subject is Subject.MODULES else _path_fault(text)


def _module_fault(text: str, hint: str) -> str:
    if "/" in text or text.endswith(".py"):
        return f"{text!r} is a path, not a dotted module name{hint}"
    strange = [part for part in text.split(".") if not _NAME.fullmatch(part)]
    return f"{text!r} is not a dotted module name" if strange else ""


def _path_fault(text: str) -> str:
    if "\\" in text:
        return f"{text!r} has a backslash: paths are written with forward slashes"
    parts = text.removesuffix("/").split("/")
    if text.startswith("/") or {"", ".", ".."} & set(parts):
        return f"{text!r} is not a path relative to this file, such as src/shop/domain/**"
    return ""
