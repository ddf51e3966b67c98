"""Judges the contracts of the project in the current folder as `lint-imports` does.

The argument is the folder that its imports start from. Its packages are found by Python's import
system and read by grimp; nothing of them is run.
"""

import sys
from pathlib import Path

from importlinter.application import use_cases
from importlinter.application.user_options import UserOptions
from importlinter.configuration import configure
from telling import print_told, variants, verdict


def main() -> None:
    """Print the graph and the verdicts."""
    configure()
    sys.path.insert(0, str(Path(sys.argv[1]).resolve()))  # only now, so that nothing shadows grimp
    options = use_cases.read_user_options()
    use_cases._register_contract_types(UserOptions({}, []))  # noqa: SLF001 - what its command does
    graph = use_cases._build_graph(  # noqa: SLF001 - the same
        root_package_names=options.session_options["root_packages"],
        include_external_packages=use_cases._get_include_external_packages(options),  # noqa: SLF001
        exclude_type_checking_imports=use_cases._get_exclude_type_checking_imports(options),  # noqa: SLF001
        verbose=False,
        cache_dir=None,
    )
    told = {
        name: verdict(_judged(options, contract))
        for declared in options.contracts_options
        for name, contract in variants(declared)
    }
    print_told(graph, told)


def _judged(options: UserOptions, contract: dict[str, object]) -> object:
    one = UserOptions(options.session_options, [contract])
    try:
        report = use_cases.create_report(one, cache_dir=None)
    except Exception:  # noqa: BLE001 - its command prints whatever it is
        return None
    return next((check for _, check in report.get_contracts_and_checks()), None)


if __name__ == "__main__":
    main()
