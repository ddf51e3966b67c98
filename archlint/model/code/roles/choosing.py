"""What the project itself says of the roles of its classes: in the settings, and in comments."""

from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

from archlint.model.architecture.patterns import Pattern
from archlint.model.architecture.speaking import Spoken
from archlint.model.code.classes.project_classes import ProjectClass
from archlint.model.code.roles.class_roles import GIVEN_ROLES, ClassRole
from archlint.model.facts.remarks import RemarkKind

Head = tuple[str, int]


class Choice(NamedTuple):
    """The role that a class is given, and where."""

    role: ClassRole
    reason: str


class Choices:
    """The roles that classes are given; a comment, which is about one class, comes first.

    `patterns` are those of the settings, by role: patterns of modules and, after a colon, of
    classes in them, as in `shop.domain.**:Ticket`.
    """

    def __init__(self, patterns: Mapping[str, tuple[str, ...]], spoken: Iterable[Spoken]) -> None:
        self._patterns = patterns
        self._spoken: dict[str, list[Spoken]] = {}
        for each in first_at_each_class(spoken):
            self._spoken.setdefault(each.module.name, []).append(each)

    def of(self, owner: ProjectClass) -> Choice | None:
        """Return the role that a class is given, None where nobody gives it one."""
        return self._said_of(owner) or self._set_for(owner)

    def _said_of(self, owner: ProjectClass) -> Choice | None:
        for each in self._spoken.get(owner.module.name, ()):
            if each.remark.first <= owner.fact.line <= each.remark.last:
                return Choice(ClassRole(each.remark.names[0]), _reason(each))
        return None

    def _set_for(self, owner: ProjectClass) -> Choice | None:
        for role, patterns in self._patterns.items():
            for text in patterns:
                if covers(text, owner):
                    return Choice(ClassRole(role), f"the settings say so: {text}")
        return None


def _reason(spoken: Spoken) -> str:
    because = f", because {spoken.remark.because}" if spoken.remark.because else ""
    return f"a comment says so: {spoken.place.path}:{spoken.place.line}{because}"


def covers(text: str, owner: ProjectClass) -> bool:
    """Whether a pattern of the settings is about a class."""
    module, _, name = text.partition(":")
    covered = Pattern(module).match(owner.module.name, owner.module.path)
    return covered is not None and fnmatchcase(owner.fact.qualname, name or "*")


def first_at_each_class(spoken: Iterable[Spoken]) -> Iterator[Spoken]:
    """Yield the comments that give a class a role, the first where a class has several."""
    told: set[Head] = set()
    for each in spoken:
        if gives_role(each) and head_of(each) not in told:
            told.add(head_of(each))
            yield each


def gives_role(spoken: Spoken) -> bool:
    """Whether a comment gives a role to a class."""
    remark = spoken.remark
    is_role = remark.kind is RemarkKind.ROLE and not remark.fault
    return is_role and remark.is_at_class and remark.names[0] in GIVEN_ROLES


def head_of(spoken: Spoken) -> Head:
    """Return what tells the statement at which a comment stands from all others."""
    return spoken.module.name, spoken.remark.last
