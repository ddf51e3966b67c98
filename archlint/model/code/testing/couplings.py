"""Couplings: tests of the core that cannot do without the outside."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archlint.model.code.testing.fixtures import Fixture, Fixtures
from archlint.model.code.testing.needs import Means, Need, Needs
from archlint.model.code.testing.scope import is_of_all, is_of_more
from archlint.model.code.testing.subjects import Subject, Subjects
from archlint.model.facts.suites import Kind, Routine, Suite
from archlint.model.modules import Module

_REQUEST = "request"
_UNIT = frozenset({"unit", "units"})


@dataclass(frozen=True, slots=True)
class Coupling:
    """A file with tests of the core, and what they need of the outside.

    `fixture` is the one of another file that brings it, None where the file itself does. Where the
    fixture is in force without being asked for, it is that of `module`, and `followers` are the
    files of tests that get it.
    """

    module: Module
    subject: Subject
    needs: tuple[Need, ...]
    fixture: Fixture | None = None
    asking: Routine | None = None
    followers: tuple[Module, ...] = ()


class Couplings:
    """The couplings of a project; `suites` are its files of tests by the names of their modules."""

    def __init__(
        self, suites: Mapping[str, Suite], fixtures: Fixtures, needs: Needs, subjects: Subjects
    ) -> None:
        self._suites = suites
        self._fixtures = fixtures
        self._needs = needs
        self._subjects = subjects

    def among(self, tests: Iterable[Module]) -> Iterator[Coupling]:
        """Yield what files of tests need, and then what shared fixtures put on them unasked."""
        subjects: dict[Module, Subject] = {}
        for module in tests:
            suite = self._suites.get(module.name)
            if suite and (subject := self._subjects.of(module, suite)):
                subjects[module] = subject
                yield from self._of_file(module, suite, subject)
        by_path = {module: subject for module, subject in subjects.items() if subject.by_path}
        for folder, conftest in self._fixtures.conftests:
            below = {m: s for m, s in by_path.items() if m.path.startswith(folder)}
            if below and not is_of_more(conftest, self._suites[conftest.name]):
                yield from self._in_force(conftest, below)

    def _of_file(self, module: Module, suite: Suite, subject: Subject) -> Iterator[Coupling]:
        routines = tuple(self._routines(module, suite))
        own: dict[str, list[Need]] = defaultdict(list)
        for routine in routines:
            for need in self._needs.of(module, routine):
                if _counts(need, subject) and (subject.by_path or _is_plain(need, module)):
                    own[need.target].append(need)
        for needs in own.values():
            yield Coupling(module, subject, tuple(needs))
        if subject.by_path:
            yield from self._asked(module, subject, routines, {*own})

    def _routines(self, module: Module, suite: Suite) -> Iterator[Routine]:
        """Yield the tests that count and what they share; helpers, if they are for no others."""
        counted = [test for test in suite.tests if not is_of_all(test)]
        roots = [
            *self._fixtures.in_force(module),
            *(found for test in counted for found in self._fixtures.asked(module, test)),
        ]
        behind = dict.fromkeys(found for root in roots for found in self._fixtures.behind(root))
        yield from counted
        yield from (found.routine for found in behind if found.module == module)
        if len(counted) == sum(1 for _ in suite.tests):
            yield from (routine for routine in suite.routines if routine.kind is Kind.OTHER)

    def _asked(
        self, module: Module, subject: Subject, routines: Iterable[Routine], told: set[str]
    ) -> Iterator[Coupling]:
        """Yield what comes by fixtures of other files, but not what is told already."""
        for routine in routines:
            for fixture in self._fixtures.asked(module, routine):
                if fixture.module == module or fixture.routine.is_autouse:
                    continue
                needs = [n for n in self._behind(fixture, subject) if n.target not in told]
                if needs:
                    told |= {need.target for need in needs}
                    yield Coupling(module, subject, tuple(needs), fixture, routine)

    def _behind(self, fixture: Fixture, subject: Subject) -> Iterator[Need]:
        for each in self._fixtures.behind(fixture):
            for need in self._needs.of(*each):
                if _counts(need, subject) and need.means is not Means.PATCH:
                    yield need

    def _in_force(self, conftest: Module, below: Mapping[Module, Subject]) -> Iterator[Coupling]:
        """Yield what shared fixtures do for all tests; one that looks at the test may not."""
        needs: dict[Need, Fixture] = {}
        followers: dict[Module, Subject] = {}
        for fixture in self._fixtures.in_force(conftest):
            if _REQUEST in fixture.routine.asked:
                continue
            for module, subject in below.items():
                if found := [*self._behind(fixture, subject)]:
                    followers[module] = subject
                    needs |= dict.fromkeys(found, fixture)
        if followers:
            first = next(iter(needs.values()))
            subject = next(iter(followers.values()))
            yield Coupling(conftest, subject, tuple(needs), first, followers=tuple(followers))


def _counts(need: Need, subject: Subject) -> bool:
    """Whether it is the test that needs it, and not the core itself, of which others tell."""
    is_inner = need.outer is not None and subject.layer.may_import(need.outer)
    return not is_inner and need.target not in subject.known


def _is_plain(need: Need, module: Module) -> bool:
    """Whether a need speaks for itself where only imports say what a file is about."""
    is_unit = bool(_UNIT.intersection(module.path.split("/")))
    return need.means is Means.PATCH or (is_unit and need.means is not Means.REQUEST)
