"""Rules of one's own, opened: a Python file with a table of checks, and a page beside it for each.

    RULES = {"clock-in-domain": clock_in_domain}

says that `clock-in-domain.md` in the same folder is the page of the rule, and that the function
judges it. The file is run, so only one that the settings name, or that is installed, is opened.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import ModuleType

from archlint.model.faults import ArchlintError
from archlint.own_rule import Check, OwnRule
from archlint.rulebook import BrokenPageError, Page, parse_page

TABLE = "RULES"


class OwnRulesError(ArchlintError):
    """A file of own rules cannot be used; the message says why, and where in the file."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules that one file adds to the book, each with its page."""

    pages: tuple[Page, ...] = ()
    rules: tuple[OwnRule, ...] = ()


def chapter_of_file(file: Path) -> Chapter:
    """Return the rules of a file. Raises OwnRulesError."""
    try:
        source = file.read_bytes()
    except OSError as error:
        raise OwnRulesError(f"cannot be read: {error.strerror}") from error
    return chapter_of_module(_run(file, source), file)


def chapter_of_module(module: ModuleType, file: Path) -> Chapter:
    """Return the rules of a module that was imported from a file. Raises OwnRulesError."""
    checks = _table(module)
    pages = tuple(_page(file.parent, name) for name in checks)
    rules = (replace(page.rule(), serves=page.serves, body=page.body) for page in pages)
    return Chapter(pages, tuple(OwnRule(rule, checks[rule.name], str(file)) for rule in rules))


def _table(module: ModuleType) -> Mapping[str, Check]:
    table = getattr(module, TABLE, None)
    if not isinstance(table, Mapping) or not table:
        raise OwnRulesError(f'has no table {TABLE} = {{"name-of-rule": function}}')
    for name, check in table.items():
        if not isinstance(name, str) or not callable(check):
            raise OwnRulesError(f"{TABLE} has {name!r}, which is no name with a function")
    return table


def _page(folder: Path, name: str) -> Page:
    file = folder / f"{name}.md"
    try:
        return parse_page(name, file.read_text(encoding="utf-8"))
    except OSError as error:
        raise OwnRulesError(
            f"{name} has no page {file.name} beside it: {error.strerror}"
        ) from error
    except UnicodeDecodeError as error:
        raise OwnRulesError(f"{file.name} is not UTF-8") from error
    except BrokenPageError as error:
        raise OwnRulesError(str(error)) from error


@cache
def _run(file: Path, source: bytes) -> ModuleType:
    """Return the module that a file is, run once for each content; nothing is written beside it."""
    name = f"archlint_own_rules_{blake2b(str(file).encode(), digest_size=6).hexdigest()}"
    module = ModuleType(name)
    module.__file__ = str(file)
    sys.modules[name] = module  # dataclasses look themselves up there
    try:
        exec(compile(source, str(file), "exec"), module.__dict__)  # noqa: S102 # asked for by name
    except SyntaxError as error:
        raise OwnRulesError(f"line {error.lineno}: {error.msg}") from error
    except (Exception, SystemExit) as error:
        raise OwnRulesError(_told(error, file)) from error
    return module


def _told(error: BaseException, file: Path) -> str:
    from traceback import extract_tb

    steps = [s.lineno for s in extract_tb(error.__traceback__) if s.filename == str(file)]
    where = f"line {steps[-1]}: " if steps else ""
    return f"{where}{type(error).__name__}: {error}"


def clashes(pages: Iterator[Page] | tuple[Page, ...], taken: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with names that are taken already, each with who has it."""
    for page in pages:
        if owner := taken.get(page.name):
            yield f"{page.name} is a rule of {owner}; give this one another name"
