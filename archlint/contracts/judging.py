"""Judges the contracts of a project: import-linter's verdicts on imports that we have read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from archlint.contracts.built_in import CLASSES, UnjudgedError, breaches, check, is_built_in
from archlint.contracts.custom import Workshop
from archlint.contracts.edges import Scope, edges
from archlint.contracts.files import Files
from archlint.contracts.graph import Imports
from archlint.contracts.mistakes import not_run, plain, unjudged
from archlint.contracts.packages import Packages, RootError, find_packages
from archlint.contracts.reading import Declared, Options, UnusableError, read
from archlint.model.contracts import BrokenContract, Contract
from archlint.model.facts.outline import Outline
from archlint.model.modules import Unreadable


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of the contracts; `unreadable` are modules that nobody else has read."""

    broken: tuple[BrokenContract, ...] = ()
    notes: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A project with contracts; `known` are outlines that were read already, by path.

    A path whose outline is None could not be read. `workshop` runs custom contracts, None where
    nobody has allowed that.
    """

    files: Files
    source_roots: Sequence[str]
    known: Mapping[str, Outline | None]
    workshop: Workshop | None = None


def judge_contracts(project: Project) -> Judged | None:
    """Return what import-linter says of the project, None where it has no contracts."""
    try:
        options = read(project.files.text)
    except UnusableError as error:
        return Judged((error.broken,))
    if options is None:
        return None
    try:
        imports, unreadable = imports_of(project, options)
    except RootError as error:
        return Judged((unjudged(Contract("", options.place), str(error)),))
    bench = _Bench(options, imports, project.workshop)
    told = tuple(breach for each in options.contracts for breach in bench.judge(each))
    return Judged(told, tuple(bench.notes), unreadable)


def imports_of(project: Project, options: Options) -> tuple[Imports, tuple[Unreadable, ...]]:
    """Return the imports of the root packages, and the modules that could not be read.

    Raises RootError for a root package that cannot be judged.
    """
    packages = find_packages(project.files, options.roots, project.source_roots)
    outlines, unreadable = _outlines(project, packages)
    scope = Scope(
        options.says("include_external_packages"),
        options.says("exclude_type_checking_imports"),
    )
    return Imports(packages, edges(packages, outlines, scope)), unreadable


def _outlines(
    project: Project, packages: Packages
) -> tuple[Mapping[str, Outline], tuple[Unreadable, ...]]:
    """Return what the modules import, reading only what nobody has read so far."""
    modules = packages.modules
    rest = [module for module in modules.values() if module.path not in project.known]
    found, unreadable = project.files.outlines(rest)
    known = {
        name: outline
        for name, module in modules.items()
        if (outline := project.known.get(module.path))
    }
    return {**known, **found}, unreadable


class _Bench:
    """Judges one contract after the other; what is no breach goes to the notes."""

    def __init__(self, options: Options, imports: Imports, workshop: Workshop | None) -> None:
        self._options = options
        self._imports = imports
        self._workshop = workshop
        self.notes: list[str] = []

    def judge(self, declared: Declared) -> Iterator[BrokenContract]:
        """Yield the breaches of a contract, also the one that it cannot be judged."""
        try:
            yield from self._judge(declared)
        except UnjudgedError as error:
            yield unjudged(declared.contract, str(error))

    def _judge(self, declared: Declared) -> Iterator[BrokenContract]:
        if "name" not in declared.options:
            raise UnjudgedError("it has no name")
        if dotted := self._options.types.get(declared.kind):
            yield from self._judge_custom(declared, dotted)
        elif is_built_in(declared.kind):
            checked = check(declared, self._options.session, self._imports)
            self._note(declared, checked.warnings)
            if not checked.kept:
                yield from breaches(declared, checked, self._imports)
        else:
            raise UnjudgedError(self._unknown(declared.kind))

    def _judge_custom(self, declared: Declared, dotted: str) -> Iterator[BrokenContract]:
        if self._workshop is None:
            yield not_run(declared.contract, declared.kind)
            return
        answer = self._workshop.check(declared, dotted, self._options.session, self._imports)
        self._note(declared, answer.warnings)
        if answer.text:
            yield BrokenContract(declared.contract, f"is broken: {plain(answer.text)}")

    def _unknown(self, kind: str) -> str:
        if not kind:
            return "it has no type"
        near = get_close_matches(kind, [*CLASSES, *self._options.types], n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return f"there is no contract type {kind!r}{hint}"

    def _note(self, declared: Declared, remarks: Sequence[str]) -> None:
        contract = declared.contract
        self.notes += [f"{contract.place}: {contract.title}: {plain(each)}" for each in remarks]
