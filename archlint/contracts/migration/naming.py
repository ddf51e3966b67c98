"""Names and roles of the drafted layers."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archlint.contracts.migration.arrangement import Drafted
from archlint.contracts.migration.project import Project
from archlint.model.architecture.layers import Role


def named(drafted: Sequence[Drafted], project: Project) -> Iterator[Drafted]:
    """Yield the layers with names, short where they stay different, and the roles these mean.

    The composition root may know everyone and be known from outside, which no other tool means by
    a module called `main`: such a layer gets a longer name, and no role. What is shared may be
    known by layers that are kept apart, so that nothing is shared where some are.
    """
    some_are_apart = any(each.layer.independent for each in drafted)
    unmeant = {Role.COMPOSITION, *([Role.SHARED] if some_are_apart else [])}
    shorts = Counter(_short(each) for each in drafted)
    taken: set[str] = set()
    for each in drafted:
        name = next(
            name
            for name in _candidates(each)
            if name not in taken
            and (name != _short(each) or shorts[name] == 1)
            and project.usual_role(name) not in unmeant
        )
        taken.add(name)
        role = project.usual_role(_short(each))
        role = None if role in unmeant else role
        yield replace(each, layer=replace(each.layer, name=name, role=role))


def _candidates(drafted: Drafted) -> Iterator[str]:
    yield _short(drafted)
    by, _, tail = drafted.layer.name.rpartition("\0")
    if "." in tail:
        yield tail
    yield drafted.groups[0].name
    yield f"{tail} layer"
    number = 2
    while True:
        yield f"{tail} {by} {number}"
        number += 1


def _short(drafted: Drafted) -> str:
    return drafted.layer.name.rpartition("\0")[2].rpartition(".")[2]
