from archlint.checks.unlayered_module import check
from archlint.model.finding import Severity
from archlint.model.rule import Rule
from tests.building import codebase

RULE = Rule("unlayered-module", "", Severity.INFO)
NAMES = ("app", "errors", "events", "schemas")


def test_many_loose_modules_are_not_told_as_parts_of_the_first() -> None:
    imports = "\n".join(f"import {name}" for name in NAMES)
    base = codebase(
        {"shop/domain/a.py": imports} | {f"{name}.py": "WIDTH = 80\n" for name in NAMES}
    )

    (found,) = check(base, RULE)

    assert found.help.startswith("add the modules of the top folder to a layer")
