"""The rules that this shop has given itself."""

from collections.abc import Iterator

from archlint.own import Breach, Class, Project, Rule


def crowded_use_case(project: Project, rule: Rule) -> Iterator[Breach]:
    """Yield each use case that does several things."""
    for found in project.classes:
        ways = _public_methods(found)
        if found.role not in {"exception", "port"} and len(ways) > rule.number("most"):
            message = f"{found.name} can be asked for {len(ways)} things: {', '.join(ways)}"
            yield Breach(found, message, f"give each of them a class of its own beside {found.name}")


def _public_methods(found: Class) -> list[str]:
    return [m.name for m in found.methods if m.name == "__call__" or not m.name.startswith("_")]


RULES = {"crowded-use-case": crowded_use_case}
