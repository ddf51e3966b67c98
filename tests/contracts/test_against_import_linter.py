"""Contracts are judged as `lint-imports` judges them, which imports what it looks at."""

import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import grimp
from hypothesis import HealthCheck, given, settings
from importlinter.application import use_cases
from importlinter.application.user_options import UserOptions
from importlinter.configuration import configure

from archlint.contracts.built_in import UnjudgedError, check
from archlint.contracts.edges import Scope, edges
from archlint.contracts.graph import Imports
from archlint.contracts.packages import find_packages
from archlint.contracts.reading import Declared
from archlint.model.contracts import Contract
from archlint.model.place import Place
from archlint.sources.disk import Disk
from tests.contracts.random_packages import Project, projects

FEW = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

Graph = tuple[set[tuple[str, bool]], dict[tuple[str, str], set[int]]]


@contextmanager
def on_disk(project: Project) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        for path, text in project.files.items():
            file = Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"import typing\n{text}\n", encoding="utf-8")
        sys.path.insert(0, name)
        try:
            yield Path(name)
        finally:
            sys.path.remove(name)


def ours(project: Project, folder: Path) -> Imports:
    disk = Disk(folder)
    packages = find_packages(disk, project.session["root_packages"], ("",))  # type: ignore[arg-type] # drawn so
    outlines, _ = disk.outlines(list(packages.modules.values()))
    scope = Scope(*(says(project, option) for option in (EXTERNAL, TYPES)))
    return Imports(packages, edges(packages, outlines, scope))


EXTERNAL, TYPES = "include_external_packages", "exclude_type_checking_imports"


def says(project: Project, option: str) -> bool:
    return project.session.get(option) == "True"


def theirs(project: Project) -> grimp.ImportGraph:
    return grimp.build_graph(
        *project.session["root_packages"],  # type: ignore[misc] # drawn so
        include_external_packages=says(project, EXTERNAL),
        exclude_type_checking_imports=says(project, TYPES),
        cache_dir=None,
    )


def content(graph: grimp.ImportGraph) -> Graph:
    imports = {}
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            details = graph.get_import_details(importer=importer, imported=imported)
            imports[importer, imported] = {detail["line_number"] for detail in details}
    return {(name, graph.is_module_squashed(name)) for name in graph.modules}, imports


def told(metadata: Mapping[str, Any]) -> set[object]:
    """Return what does not hang on which of several shortest chains grimp happens to take."""
    found: set[object] = set(metadata.get("undeclared_modules", ()))
    found |= set(metadata.get("cycle_breakers_by_package", ()))
    for each in metadata.get("illegal_imports", ()):
        found |= {
            (link["importer"], link["imported"], link["line_numbers"][0])
            for link in each.illegal_links
        }
    for each in (*metadata.get("invalid_dependencies", ()), *metadata.get("invalid_chains", ())):
        names = ("importer", "imported", "downstream_module", "upstream_module")
        found.add(tuple(each.get(name) for name in names))
        for chain in each.get("routes", each.get("chains")):
            links = chain["chain"] if isinstance(chain, dict) else chain
            if len(links) == 1:
                found.add(
                    (links[0]["importer"], links[0]["imported"], min(links[0]["line_numbers"]))
                )
    return found


def lint_imports(project: Project, contract: Mapping[str, Any]) -> object:
    configure()
    options = UserOptions(dict(project.session), [dict(contract)])
    use_cases._register_contract_types(options)  # noqa: SLF001 - what its command does first
    try:
        report = use_cases.create_report(options, cache_dir=None)
    except Exception:  # noqa: BLE001 - its command prints whatever it is
        return "not judged"
    if report.could_not_run:
        return "not judged"
    [(_, checked)] = report.get_contracts_and_checks()
    return checked.kept, told(checked.metadata), checked.warnings


def archlint(project: Project, contract: Mapping[str, Any], imports: Imports) -> object:
    declared = Declared(Contract(str(contract["name"]), Place("here")), dict(contract))
    try:
        checked = check(declared, dict(project.session), imports)
    except UnjudgedError:
        return "not judged"
    return checked.kept, told(checked.metadata), checked.warnings


@given(projects())
@FEW
def test_the_graph_is_the_one_that_grimp_builds(project: Project) -> None:
    with on_disk(project) as folder:
        assert content(ours(project, folder).graph()) == content(theirs(project))


@given(projects())
@FEW
def test_every_contract_gets_the_verdict_of_lint_imports(project: Project) -> None:
    with on_disk(project) as folder:
        imports = ours(project, folder)
        for contract in project.contracts:
            assert archlint(project, contract, imports) == lint_imports(project, contract), contract
