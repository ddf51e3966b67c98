"""Contracts are judged where they stand, and what keeps them from being judged is told."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.running import run_apart
from tests.contracts.building import FORBIDDEN, audit_of, findings, ini, told

FILES = {"green/one.py": "", "green/two.py": ""}
BREACH = {"green/one.py": "import json\nfrom green import two\n", "green/two.py": ""}


def test_a_kept_contract_is_not_told() -> None:
    assert told({".importlinter": ini(FORBIDDEN), **FILES}) == []


def test_a_project_without_contracts_is_not_told_of_any() -> None:
    assert told({"pyproject.toml": "[tool.ruff]\n", **BREACH}) == []


def test_an_ignored_import_is_not_told() -> None:
    contract = f"{FORBIDDEN}\nignore_imports = green.* -> green.two"

    assert told({".importlinter": ini(contract), **BREACH}) == []


def test_a_breach_is_told_at_the_statement() -> None:
    assert told({".importlinter": ini(FORBIDDEN), **BREACH}) == [
        (
            "green/one.py:2:1: green.one imports green.two; "
            "the contract 'No two' says: green.one may not import green.two"
        )
    ]


def test_a_second_statement_stands_beside_the_first() -> None:
    files = {**BREACH, "green/one.py": "import green.two\n\ndef one():\n    import green.two\n"}

    [finding] = findings({".importlinter": ini(FORBIDDEN), **files})

    assert [str(place) for place in finding.also] == ["green/one.py:4:5"]


def test_a_chain_names_each_of_its_hops() -> None:
    files = {
        "green/one.py": "from . import between\n",
        "green/between.py": "\nimport green.two\n",
        "green/two.py": "",
    }

    [finding] = findings({".importlinter": ini(FORBIDDEN), **files})

    assert [(hop.path, hop.line, hop.module) for hop in finding.chain] == [
        ("green/one.py", 1, "green.one"),
        ("green/between.py", 2, "green.between"),
        ("green/two.py", 1, "green.two"),
    ]


def test_findings_of_several_chains_can_be_told_apart() -> None:
    layers = "name = Layers\ntype = layers\nlayers =\n  green.two\n  green.one"
    files = {
        "green/one.py": "import green.left\nimport green.right\n",
        "green/left.py": "import green.two\n",
        "green/right.py": "import green.two\n",
        "green/two.py": "",
    }

    found = findings({".importlinter": ini(layers), **files})

    assert len(found) == 2
    assert len({finding.identity for finding in found}) == 2


def test_test_code_of_a_root_package_counts() -> None:
    contract = FORBIDDEN.replace("green.one", "green.tests")
    files = {"green/tests/__init__.py": "", "green/tests/test_two.py": "import green.two\n"}

    assert told({".importlinter": ini(contract), "green/two.py": "", **files}) == [
        (
            "green/tests/test_two.py:1:1: green.tests.test_two imports green.two; "
            "the contract 'No two' says: green.tests may not import green.two"
        )
    ]


def test_what_the_author_advises_is_the_help() -> None:
    guidance = "broken_contract_guidance =\n  Ask green.three\n  instead."

    [finding] = findings({".importlinter": ini(f"{FORBIDDEN}\n{guidance}"), **BREACH})

    assert finding.help == "Ask green.three instead."


def test_an_external_package_is_forbidden_by_its_name() -> None:
    contract = FORBIDDEN.replace("green.two", "json")
    text = ini(contract, session="include_external_packages = True")

    assert told({".importlinter": text, **BREACH}) == [
        (
            "green/one.py:1:1: green.one imports json; "
            "the contract 'No two' says: green.one may not import json"
        )
    ]


def test_an_unlisted_module_of_an_exhaustive_contract_is_told() -> None:
    contract = "name = L\ntype = layers\ncontainers = green\nlayers = two\nexhaustive = True"

    assert told({".importlinter": ini(contract), **FILES}) == [
        ".importlinter:4:1: the contract 'L' is exhaustive, and green.one is none of its layers"
    ]


UNUSABLE = [
    ("name = X", "the contract 'X' cannot be judged: it has no type"),
    ("type = forbidden", "the contract '0' cannot be judged: it has no name"),
    (
        "name = X\ntype = forbiden",
        (
            "the contract 'X' cannot be judged: "
            "there is no contract type 'forbiden'; did you mean 'forbidden'?"
        ),
    ),
    (
        "name = X\ntype = independence",
        "the contract 'X' cannot be judged: modules: This is a required field",
    ),
    (
        FORBIDDEN.replace("green.two", "green.tow"),
        "the contract 'No two' cannot be judged: module 'green.tow' does not exist",
    ),
    (
        f"{FORBIDDEN}\nignore_imports = green.one -> green.six",
        (
            "the contract 'No two' cannot be judged: "
            "no matches for ignored import green.one -> green.six"
        ),
    ),
    (
        f"{FORBIDDEN}\nas_packagse = True",
        (
            "the contract 'No two' cannot be judged: "
            "as_packagse: Unrecognized option. Did you mean 'as_packages'?"
        ),
    ),
]


@pytest.mark.parametrize(("contract", "message"), UNUSABLE)
def test_a_contract_that_cannot_be_judged_is_told(contract: str, message: str) -> None:
    assert told({".importlinter": ini(contract), **FILES}) == [f".importlinter:4:1: {message}"]


def test_the_other_contracts_are_judged_all_the_same() -> None:
    assert len(told({".importlinter": ini("name = X", FORBIDDEN), **BREACH})) == 2


def test_an_unmatched_ignored_import_may_be_a_note() -> None:
    ignoring = "ignore_imports = green.one -> green.six\nunmatched_ignore_imports_alerting = warn"
    audit = audit_of({".importlinter": ini(f"{FORBIDDEN}\n{ignoring}"), **FILES})

    assert audit.findings == ()
    assert audit.notes == (
        (
            ".importlinter:4:1: the contract 'No two': "
            "no matches for ignored import green.one -> green.six"
        ),
    )


FILES_AND_FAULTS: list[tuple[Mapping[str, str], str]] = [
    (
        {"pyproject.toml": '\n[tool.importlinter]\nroot_package = "green"\n'},
        (
            "pyproject.toml:2:1: the contracts cannot be judged: "
            "the settings of import-linter name none"
        ),
    ),
    (
        {".importlinter": "[importlinter]\n[importlinter:contract:a]\nname = A\n"},
        ".importlinter:1:1: the contracts cannot be judged: they name no root_package",
    ),
    (
        {".importlinter": ini(FORBIDDEN).replace("= green\n", "= blue\n")},
        (
            ".importlinter:1:1: the contracts cannot be judged: "
            "the root package blue is no package of this project"
        ),
    ),
    (
        {".importlinter": ini(FORBIDDEN).replace("= green\n", "= loose\n"), "loose.py": ""},
        (
            ".importlinter:1:1: the contracts cannot be judged: "
            "the root package loose is a module, not a package"
        ),
    ),
    (
        {
            ".importlinter": ini(FORBIDDEN).replace("= green\n", "= green.six\n"),
            "green/six/a.py": "",
        },
        (
            ".importlinter:1:1: the contracts cannot be judged: "
            "the root package green.six lies inside the package green"
        ),
    ),
]


@pytest.mark.parametrize(("files", "message"), FILES_AND_FAULTS)
def test_a_file_that_cannot_be_used_is_told(files: Mapping[str, str], message: str) -> None:
    assert told({**FILES, **files}) == [message]


def test_a_broken_file_is_told_where_it_breaks() -> None:
    [finding] = findings({".importlinter": "[importlinter]\nroot_package = green\nx\n", **FILES})

    assert str(finding.place) == ".importlinter:3:1"


def test_a_project_without_layers_is_judged_by_its_contracts() -> None:
    audit = audit_of({".importlinter": ini(FORBIDDEN), **BREACH}, settings="")

    assert [finding.rule for finding in audit.findings] == ["broken-contract"]
    assert audit.assumption == (
        "no layers recognised: only the contracts of import-linter are judged"
    )


def test_a_project_with_neither_layers_nor_contracts_is_not_found_clean() -> None:
    with pytest.raises(Exception, match="no layers recognised"):
        audit_of({"pyproject.toml": "# importlinter\n", **FILES}, settings="")


def test_an_unreadable_module_does_not_keep_the_others_from_being_judged() -> None:
    files = {**BREACH, "green/tests/__init__.py": "", "green/broken.py": "def\n"}
    audit = audit_of({".importlinter": ini(FORBIDDEN), **files})

    assert [finding.rule for finding in audit.findings] == ["unreadable-source", "broken-contract"]


CIRCLES = "name = Circles\ntype = acyclic_siblings\nancestors = green"
CIRCLE = {
    "green/one/__init__.py": "",
    "green/one/a.py": "import green.two.b\nimport green.two.c\n",
    "green/one/z.py": "",
    "green/two/__init__.py": "",
    "green/two/b.py": "",
    "green/two/c.py": "",
    "green/six.py": "import green.one.z\n",
    "green/two/d.py": "\nimport green.six\n",
}


def test_a_circle_of_siblings_is_told_with_its_way_back() -> None:
    [finding] = findings({".importlinter": ini(CIRCLES), **CIRCLE})

    steps = [f"{each.path}:{each.line}" for each in finding.evidence]
    assert {str(finding.place).rpartition(":")[0], *steps} == {
        ".importlinter:4",
        "green/one/a.py:1",
        "green/six.py:1",
        "green/two/d.py:2",
    }


def test_the_way_back_leads_through_no_ignored_import() -> None:
    ignoring = f"{CIRCLES}\nignore_imports = green.one.a -> green.two.b"
    [finding] = findings({".importlinter": ini(ignoring), **CIRCLE})

    steps = [f"{each.path}:{each.line}" for each in finding.evidence]
    assert "green/one/a.py:1" not in {str(finding.place).rpartition(":")[0], *steps}


def test_an_import_on_no_circle_is_not_told() -> None:
    circle = {"green/one.py": "import green.two\n", "green/two.py": "import green.one\n"}
    others = {
        f"green/{name}.py": "import green.one\nimport green.two\nimport green.zoo\n"
        for name in ("able", "baker", "charlie")
    }
    files = {**circle, **others, "green/zoo.py": "import green.one\n"}

    [finding] = findings({".importlinter": ini(CIRCLES), **files})

    assert finding.place.path in circle


def test_contracts_of_one_name_can_be_told_apart() -> None:
    found = findings({".importlinter": ini(FORBIDDEN, FORBIDDEN), **BREACH})

    assert [finding.symbol for finding in found] == ["No two", "No two (2)"]


def test_a_contract_without_a_name_goes_by_its_number() -> None:
    text = '[tool.importlinter]\nroot_package = "green"\n[[tool.importlinter.contracts]]\n'

    assert told({"pyproject.toml": text, **FILES}) == [
        "pyproject.toml:3:1: the contract 'number 1' cannot be judged: it has no name"
    ]


MISSING = """
from tests.contracts.building import ini, told

CONTRACT = "name = Rings\\ntype = layers\\nlayers =\\n    d : c : b : a\\ncontainers = green"
print(told({".importlinter": ini(CONTRACT)}))
"""


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_of_several_missing_layers_the_same_one_is_told_in_every_run(seed: str) -> None:
    project = Path(__file__).parents[2]

    told = run_apart(project, "-c", MISSING, PYTHONHASHSEED=seed).stdout

    assert b"module green.a does not exist" in told
