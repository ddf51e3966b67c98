"""What tach's configuration says beside modules and layers."""

from collections.abc import Iterator, Mapping
from typing import Any

from archlint.contracts.migration.outcomes import UNKNOWN, Item, Outcome
from archlint.contracts.migration.project import Project


def source_roots(content: Mapping[str, Any], project: Project) -> tuple[str, ...]:
    """Return the folders that imports start from, as far as they are there."""
    roots = content.get("source_roots") or ["."]
    paths = (str(root).removeprefix("./").rstrip("/") or "." for root in roots)
    return tuple(dict.fromkeys(path for path in paths if project.has_folder(path)))


def exclude(content: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the patterns of files that are left out, without those that archlint has itself."""
    return tuple(
        pattern if pattern.startswith(("*", "/")) else f"/{pattern}"
        for pattern in map(str, content.get("exclude") or ())
        if not _is_usual(pattern) and not _is_regex(pattern)
    )


def items(content: Mapping[str, Any]) -> Iterator[Item]:
    """Yield what becomes of each option that is there."""
    for key in content:
        if key in _SAYS:
            outcome, say = _SAYS[key]
            yield Item("option", key, outcome, (say,))
        elif key not in _READ:
            yield Item("option", key, Outcome.NOT, (UNKNOWN,))
    if content.get("root_module", "ignore") != "ignore":
        told = "the rule unlayered-module tells modules of no layer that layered code leans on"
        yield Item("option", "root_module", Outcome.PARTLY, (told,))
    if strange := [str(each) for each in content.get("exclude") or () if _is_regex(str(each))]:
        told = f"regular expressions: {', '.join(strange)}; archlint takes lines of a .gitignore"
        yield Item("option", "exclude", Outcome.NOT, (told,))


def _is_usual(pattern: str) -> bool:
    name = pattern.rstrip("/*").rpartition("/")[2].lstrip("*")
    return name in _USUAL or name.startswith(".") or name.endswith("egg-info")


def _is_regex(pattern: str) -> bool:
    return any(mark in pattern for mark in (".*", "\\", "^", "$", "("))


_USUAL = {"__pycache__", "venv", "tests", "test", "docs", "dist", "build", "node_modules"}

_READ = {"modules", "interfaces", "layers", "source_roots", "exclude", "root_module"}
"""Keys of which something is said elsewhere, or that are kept as they are."""

_SAYS = {
    "ignore_type_checking_imports": (
        Outcome.PARTLY,
        "archlint tells imports for type checkers, too, as warnings",
    ),
    "exact": (Outcome.NOT, "archlint has no rule for dependencies that nobody uses"),
    "forbid_circular_dependencies": (
        Outcome.PARTLY,
        "the rules layer-cycle and import-cycle tell circles, as warnings",
    ),
    "layers_explicit_depends_on": (Outcome.MAPPED, "layers permit what modules declare"),
    "external": (Outcome.NOT, "archlint does not compare imports with declared requirements"),
    "rules": (Outcome.NOT, "severities are set by rule, under rules.NAME"),
    "plugins": (Outcome.NOT, "archlint has no plugins of this kind"),
    "include_string_imports": (Outcome.MAPPED, "archlint reads imports by name at run time"),
}
