"""Random packages with random contracts, small enough to clash often."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

NAMES = ("one", "two", "six")
FOLDERS = ("green", "green/one", "green/two", "green/one/two", "blue", "blue/one")
PATHS = tuple(f"{folder}/{name}.py" for folder in FOLDERS for name in ("__init__", *NAMES))
MODULES = tuple(
    sorted({path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in PATHS})
)
OUTSIDE = ("json", "xml.dom")
ALERTS = ("none", "warn", "none", "error")


@dataclass(frozen=True)
class Project:
    """Files by path, and the options as a reader of import-linter would give them."""

    files: Mapping[str, str]
    session: Mapping[str, object]
    contracts: tuple[Mapping[str, object], ...]


def _statement(path: str) -> st.SearchStrategy[str]:
    module = st.sampled_from((*MODULES, *OUTSIDE, "green.nowhere", "green.one.nowhere"))
    name = st.sampled_from((*NAMES, "thing", "*"))
    # a relative import that leaves its root package makes grimp panic
    dots = st.integers(1, path.count("/")).map(lambda level: "." * level)
    plain = st.builds("import {}".format, module)
    both = st.builds("import {}, {} as other".format, module, module)
    named = st.builds("from {} import {}".format, module, name)
    relative = st.builds("from {}{} import {}".format, dots, st.sampled_from(("", *NAMES)), name)
    return st.one_of(plain, both, named, relative)


def _line(path: str) -> st.SearchStrategy[str]:
    statement = _statement(path)
    lazy = st.builds("def function():\n    {}".format, statement.filter(lambda s: "*" not in s))
    tried = st.builds("try:\n    {}\nexcept ImportError:\n    {}".format, statement, statement)
    typed = st.builds(
        "if typing.TYPE_CHECKING:\n    {}\nelse:\n    {}".format, statement, statement
    )
    return st.one_of(statement, statement, lazy, tried, typed)


@st.composite
def _files(draw: st.DrawFn) -> dict[str, str]:
    missing = draw(st.sets(st.sampled_from(PATHS), max_size=2)) - {"green/__init__.py"}
    lines = {path: st.lists(_line(path), max_size=2) for path in PATHS if path not in missing}
    return {path: "\n".join(draw(drawn)) for path, drawn in lines.items()}


def _modules(*, least: int = 1) -> st.SearchStrategy[list[str]]:
    module = st.sampled_from((*MODULES, "green.*", "green.**", "green.*.two"))
    return st.lists(module, min_size=least, max_size=3, unique=True)


def _ignoring() -> dict[str, st.SearchStrategy[object]]:
    importer = st.sampled_from((*MODULES, "green.**", "blue.*"))
    expressions = st.builds("{} -> {}".format, importer, importer)
    return {
        "ignore_imports": st.lists(expressions, max_size=2),
        "unmatched_ignore_imports_alerting": st.sampled_from(ALERTS),
    }


def _flag() -> st.SearchStrategy[str]:
    return st.sampled_from(("True", "False"))


def _contract(
    kind: str, **options: st.SearchStrategy[object]
) -> st.SearchStrategy[dict[str, object]]:
    fixed = {"name": st.just(kind), "type": st.just(kind), **options}
    return st.fixed_dictionaries(fixed, optional=_OPTIONAL.get(kind, {}) | _ignoring())


_TAILS = ("one", "two", "(six)", "one | two", "two : six", "one.two", "(one.six)")
_OPTIONAL: dict[str, dict[str, st.SearchStrategy[object]]] = {
    "layers": {"exhaustive": _flag(), "exhaustive_ignores": st.just(["six"])},
    "forbidden": {"allow_indirect_imports": _flag(), "as_packages": _flag()},
    "protected": {"as_packages": _flag()},
    "acyclic_siblings": {"depth": st.sampled_from(("0", "1", "5"))},
}


def contracts() -> st.SearchStrategy[dict[str, object]]:
    """Draw a contract of any built-in type; it may well be wrong."""
    tails = st.lists(st.sampled_from(_TAILS), min_size=2, max_size=3, unique=True)
    containers = st.lists(st.sampled_from(("green", "blue", "green.one")), min_size=1, max_size=2)
    forbidden = st.one_of(_modules(), st.just(["json"]), st.just(["xml", "green.two"]))
    return st.one_of(
        _contract("layers", layers=tails, containers=containers),
        _contract("layers", layers=_modules(least=2)),
        _contract("forbidden", source_modules=_modules(), forbidden_modules=forbidden),
        _contract("independence", modules=_modules(least=2)),
        _contract("protected", protected_modules=_modules(), allowed_importers=_modules()),
        _contract("acyclic_siblings", ancestors=st.just(["green"])),
        _contract("acyclic_siblings", ancestors=_modules()),
    )


def projects() -> st.SearchStrategy[Project]:
    """Draw a project with a few contracts."""
    session = st.fixed_dictionaries(
        {"root_packages": st.sampled_from((["green", "blue"], ["green"]))},
        optional={"include_external_packages": _flag(), "exclude_type_checking_imports": _flag()},
    )
    listed = st.lists(contracts(), min_size=1, max_size=5).map(tuple)
    return st.builds(Project, _files(), session, listed)
