"""What the other tool forbids, judged by our reading of its rules."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from archlint.contracts.migration.comparing import Breach, Pair, Reasons, imported, named
from archlint.contracts.migration.configuration import Peer
from archlint.contracts.migration.project import is_at_or_below
from archlint.contracts.migration.proposal import Proposal
from archlint.contracts.migration.rulings import Stance
from archlint.model.code.names.dependencies import Dependency
from archlint.model.finding import Finding
from archlint.model.modules import Module

_DIRECT = 2  # an importer and what it imports


class Judge:
    """Applies the rulings of a proposal to imports between modules of the project."""

    def __init__(self, proposal: Proposal, modules: Iterable[Module]) -> None:
        self._proposal = proposal
        self._rulings = proposal.rulings
        self._modules = {module.name: module for module in modules}

    def known(self, dependencies: Iterable[Dependency]) -> frozenset[Pair]:
        """Return the imports between modules of two groups, and those of forbidden libraries."""
        static = (d for d in dependencies if d.is_static)
        return frozenset(
            (d.importer.name, imported(d))
            for d in static
            if self._groups(d) or self._is_about_library(d)
        )

    def breaches(self, dependencies: Iterable[Dependency]) -> Iterator[Breach]:
        """Yield what is forbidden, all statements of one import together."""
        lines: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
        for dependency in dependencies:
            for by in self._forbidders(dependency):
                key = (dependency.importer.name, named(dependency), by, dependency.place.path)
                lines[key].append(dependency.place.line)
        for key, found in lines.items():
            yield Breach(*key, tuple(found))

    def reasons(self) -> Reasons:
        """Return what can be said of differences."""
        return Reasons(self._why_only_theirs, self._why_only_ours, self._is_beyond)

    def _forbidders(self, dependency: Dependency) -> Iterator[str]:
        is_passed_over = dependency.is_soft and self._proposal.translation.passes_over_types
        if is_passed_over or not dependency.is_static:
            return
        groups = self._groups(dependency)
        if groups is None:
            return
        voices = list(self._rulings.forbidders(*groups))
        if self._is_hidden(dependency, groups[1]):
            voices.append(f"the interface of {groups[1]}")
        excuse = self._proposal.translation.excuse
        for by in voices:
            if excuse(by, dependency.importer.name, named(dependency)) is None:
                yield by

    def _is_about_library(self, dependency: Dependency) -> bool:
        """Whether someone of a group imports a library that import-linter forbids somewhere."""
        is_compared = self._proposal.peer is Peer.IMPORT_LINTER
        is_taken = imported(dependency) in self._proposal.translation.libraries
        return is_compared and is_taken and self._rulings.group(dependency.importer) is not None

    def _is_stranger(self, dependency: Dependency) -> bool:
        """Whether the name belongs to a module that the other tool knows and nobody wrote."""
        strangers = self._proposal.translation.strangers
        return any(is_at_or_below(_full(dependency), each) for each in strangers)

    def _is_hidden(self, dependency: Dependency, group: str) -> bool:
        """Whether the imported name is none of those that the group exposes."""
        exposed = self._proposal.translation.exposed.get(group)
        below = _full(dependency).removeprefix(group).lstrip(".")
        is_shown = any(re.fullmatch(regex, below) for regex in exposed or ())
        return exposed is not None and bool(below) and not is_shown

    def _groups(self, dependency: Dependency) -> tuple[str, str] | None:
        """Return the groups of importer and imported, None where nothing is said of the two."""
        if self._is_stranger(dependency):
            return None
        other = self._modules.get(named(dependency))
        one = self._rulings.group(dependency.importer)
        two = self._rulings.group(other) if other else None
        if one is None or two is None or other is None:
            return None
        if one != two:
            return one, two
        is_split = self._rulings.stance(one, two) is Stance.FORBIDDEN
        parts = {self._rulings.member(dependency.importer), self._rulings.member(other)}
        return (one, two) if is_split and len(parts - {""}) > 1 else None

    def _is_beyond(self, finding: Finding) -> bool:
        """Whether it tells a chain of imports to those that mind direct imports alone."""
        if len(finding.chain) <= _DIRECT:
            return False
        direct = self._proposal.translation.direct
        if direct.issuperset(self._proposal.items):
            return True
        ends = (self._modules.get(finding.module), self._modules.get(finding.target))
        one, two = (self._rulings.group(end) if end else None for end in ends)
        said = self._rulings.forbidders(one, two) if one and two else ()
        return bool(said) and direct.issuperset(said)

    def _why_only_theirs(self, dependency: Dependency) -> str:
        if dependency.is_main_only:
            return "it happens only where the file is run as a script"
        if dependency.target != named(dependency):
            return f"archlint judges {dependency.target}, where the name is defined"
        groups = self._groups(dependency)
        if groups and self._is_hidden(dependency, groups[1]):
            return "archlint shows modules, not names"
        if groups and self._proposal.arrangement.permits(*groups):
            return "the rings permit it"
        return ""

    def _why_only_ours(self, dependency: Dependency) -> str:
        if dependency.target != named(dependency) and dependency.target:
            return f"the name is defined in {dependency.target}"
        groups = self._groups(dependency)
        if groups and self._rulings.stance(*groups) is not Stance.FORBIDDEN:
            return "the rings forbid it"
        if groups:
            return "the other tool lets it pass"
        return ""


def _full(dependency: Dependency) -> str:
    """Return the dotted name that a statement brings in, as far as it can be told."""
    statement = dependency.statement
    base = dependency.literal if statement.level else statement.module
    return f"{base}.{statement.name}" if statement.name else base
