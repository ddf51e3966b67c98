"""Judges the contracts of the project in the current folder as archlint does."""

from pathlib import Path

from telling import print_told, variants, verdict

from archlint.assembly.program import read_program
from archlint.assembly.request import Request, settings_for
from archlint.checks import Reads
from archlint.contracts.built_in import UnjudgedError, check
from archlint.contracts.graph import Imports
from archlint.contracts.judging import Project, imports_of
from archlint.contracts.reading import Declared, read
from archlint.sources.disk import Disk


def main() -> None:
    """Print the graph and the verdicts."""
    folder = Path.cwd()
    disk = Disk(folder)
    program = read_program(settings_for(folder, Request(isolated=True)), disk, Reads.IMPORTS)
    options = read(disk.text)
    if options is None:
        raise SystemExit("no contracts here")
    imports, _ = imports_of(Project(disk, program.roots, {}), options)
    told = {
        name: verdict(_judged(Declared(each.contract, contract), options.session, imports))
        for each in options.contracts
        for name, contract in variants(each.options)
    }
    print_told(imports.graph(), told)


def _judged(declared: Declared, session: dict[str, object], imports: Imports) -> object:
    try:
        return check(declared, session, imports)
    except UnjudgedError:
        return None


if __name__ == "__main__":
    main()
