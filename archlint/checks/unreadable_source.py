"""Judges unreadable sources: what cannot be read cannot be found clean."""

from collections.abc import Iterator

from archlint.model.codebase import Codebase
from archlint.model.finding import Finding
from archlint.model.place import Place
from archlint.model.rule import Rule


def check(codebase: Codebase, rule: Rule) -> Iterator[Finding]:
    """Yield one finding for each file that was passed over."""
    for problem in codebase.unreadable:
        layer = codebase.layer(problem.module.name)
        yield Finding(
            rule=rule.name,
            place=Place(problem.module.path, problem.line, problem.column),
            module=problem.module.name,
            layer=layer.name if layer else None,
            target=problem.module.name,
            message=f"this file was not judged: {problem.reason}",
            help="mend the file, or add it to exclude if it is not Python of this project",
        )
