"""Dynamic imports: modules that a file names in a string and has imported by a function."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from archlint.model.facts.outline import Import, ImportKind
from archlint.sources.skim.calls import MODULES, Call
from archlint.sources.skim.folding import Folding, Text

_MODULE_IMPORTERS = frozenset({"import_module", "__import__"})
_OBJECT_IMPORTERS = frozenset({"pkgutil.resolve_name", "pydoc.locate"})
_MODULE_FINDERS = frozenset(
    {
        MODULES,
        f"{MODULES}.get",
        "django.conf.urls.include",
        "django.urls.conf.include",
        "django.urls.include",
        "importlib.resources.files",
        "importlib.util.find_spec",
        "importlib_resources.files",
        "runpy.run_module",
    }
)
_FOUND = frozenset(name.rpartition(".")[2] for name in _MODULE_FINDERS | _OBJECT_IMPORTERS)
_IMPORTERS = _MODULE_IMPORTERS | {"import_string"} | _FOUND
_USUAL_SIGNS = (
    b"import_module",
    b"__import__",
    b"import_string",
    b"find_spec",
    b"run_module",
    b".modules[",
    b".modules.get(",
)
_RARE_SIGNS = (b"resolve_name", b"locate(", b"include(", b"files(", b"modules[", b"modules.get(")
SIGNS = (*_USUAL_SIGNS, *_RARE_SIGNS)
"""What stands where something is imported by name."""

_RARE = frozenset(
    {
        "pkgutil",
        "pydoc",
        "django.conf.urls",
        "django.urls",
        "django.urls.conf",
        "importlib.resources",
        "importlib_resources",
    }
)
_RARE_PARTS = frozenset(
    {("sys", "modules"), ("importlib", "resources"), ("django", "urls"), ("django.conf", "urls")}
)
_ASSIGNED = re.compile(
    rb"=[ \t]*[\w.]*\b(?:import_module|__import__|import_string|find_spec|run_module"
    rb"|resolve_name|locate|modules)[ \t]*(?:[#;\r\n]|$)"
)
_OWN_PACKAGE = frozenset({"__package__", "__name__"})
_DOTTED = re.compile(r"\w+(?:\.\w+)*")
_LEVEL = 4  # the fifth argument of `__import__`
_NAMES = ("name", "dotted_path", "import_name", "path", "mod_name", "anchor", "arg")


class _Target(NamedTuple):
    module: str
    name: str | None
    level: int


def may_import(static: Iterable[Import], source: bytes) -> bool:
    """Whether a file has a function at hand that imports by name."""
    if any(sign in source for sign in _USUAL_SIGNS):
        return True
    if any(i.module in _RARE or (i.module, i.name) in _RARE_PARTS for i in static):
        return True
    return b".modules" in source and bool(_ASSIGNED.search(source))


def is_renamed(static: Iterable[Import], source: bytes) -> bool:
    """Whether such a function goes by a name of which its calls have no sign."""
    if any(statement.alias and statement.name in _IMPORTERS for statement in static):
        return True
    return bool(_ASSIGNED.search(source))


def dynamic_imports(
    called: Iterable[Call], folding: Folding, column: Callable[[ast.AST], int]
) -> Iterator[Import]:
    """Yield what `import_module("a.b")` and its kin import, as far as the text is literal."""
    for call in called:
        if target := _target(call, folding.within(call.functions)):
            yield Import(
                module=target.module,
                name=target.name,
                alias=None,
                level=target.level,
                line=call.node.lineno,
                column=column(call.node),
                kind=ImportKind.DYNAMIC,
                scope=call.scope,
                guard=call.guard,
            )


def _target(call: Call, folding: Folding) -> _Target | None:
    """Return what a call imports, None when it imports nothing or cannot be read."""
    given = call.argument(0, *_NAMES) if call.last in _IMPORTERS else None
    if isinstance(given, ast.Tuple) and given.elts:  # `include(("a.urls", "namespace"))`
        given = given.elts[0]
    text = folding.text(given) if given else None
    if text is None:
        return None
    if call.last in _MODULE_IMPORTERS or call.callee in _MODULE_FINDERS:
        return _module(call, text.prefix, folding)
    is_known = call.callee in _OBJECT_IMPORTERS or call.last == "import_string"
    return _object(text) if is_known else None


def _module(call: Call, text: str, folding: Folding) -> _Target | None:
    name = text.lstrip(".")
    level = len(text) - len(name)
    if not _DOTTED.fullmatch(name):
        return None
    if not level:
        return _Target(name, None, _level(call))
    package = call.argument(1, "package")
    if isinstance(package, ast.Name) and package.id in _OWN_PACKAGE:
        return _Target(name, None, level)
    literal = folding.text(package) if package else None
    return _inside(literal.whole, name, level) if literal else None


def _inside(package: str, name: str, level: int) -> _Target | None:
    """Return the module `name` relative to a package that the call spells out."""
    parts = package.split(".")
    kept = parts[: len(parts) - level + 1]
    return _Target(".".join((*kept, name)), None, 0) if package and kept else None


def _object(text: Text) -> _Target | None:
    """Read `a.b.C` or `a.b:C` as the attribute C of a.b, which may be a module as well."""
    name = text.prefix.replace(":", ".")
    if not _DOTTED.fullmatch(name):
        return None
    module, _, attribute = name.rpartition(".")
    if not module or not text.whole:
        return _Target(name, None, 0)
    return _Target(module, attribute, 0)


def _level(call: Call) -> int:
    """Return the level of `__import__`, which it takes as a number instead of dots."""
    given = call.argument(_LEVEL, "level")
    value = given.value if isinstance(given, ast.Constant) else 0
    return value if isinstance(value, int) else 0
