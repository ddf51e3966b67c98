"""Custom contract types are run only where that is allowed, and then in a process of their own."""

from pathlib import Path

import pytest

from archlint.assembly import audit
from archlint.contracts.built_in import UnjudgedError
from archlint.contracts.custom import Workshop
from archlint.contracts.graph import Imports
from archlint.contracts.packages import Packages
from archlint.contracts.reading import Declared
from archlint.model.audit import Audit
from archlint.model.contracts import Contract
from archlint.model.finding import Severity
from archlint.model.place import Place

CONTRACTS = """
[tool.importlinter]
root_package = "green"
contract_types = ["picky: rules.{name}"]

[[tool.importlinter.contracts]]
name = "Picky"
type = "picky"

[[tool.importlinter.contracts]]
name = "No two"
type = "forbidden"
source_modules = ["green.one"]
forbidden_modules = ["green.two"]
"""
ALLOWED = "[tool.archlint]\nrun-custom-contracts = true\n"
FORBIDDEN = "[tool.archlint]\n"
LAYERS = '[[tool.archlint.layers]]\nname = "all"\nmodules = ["green"]\n'

RULES = """
import os
import subprocess
import sys
from importlinter import Contract, ContractCheck, output

class Kept(Contract):
    def check(self, graph, verbose):
        print("a word on standard output")
        return ContractCheck(kept=bool(graph.modules))
    def render_broken_contract(self, check):
        pass

class Broken(Kept):
    def check(self, graph, verbose):
        told = {"modules": sorted(graph.modules)}
        return ContractCheck(kept=False, metadata=told, warnings=["Hm."])
    def render_broken_contract(self, check):
        output.print("Too many modules:")
        print(*check.metadata["modules"])

class Raising(Kept):
    def check(self, graph, verbose):
        raise RuntimeError("It is too late.")

class Leaving(Kept):
    def check(self, graph, verbose):
        raise SystemExit(7)

class Crashing(Kept):
    def check(self, graph, verbose):
        os.abort()

class Endless(Kept):
    def check(self, graph, verbose):
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(30)"])
        while True:
            pass

class Plain:
    pass
"""


def audited(folder: Path, name: str, permission: str = ALLOWED) -> Audit:
    files = {
        "green/__init__.py": "",
        "green/one.py": "",
        "green/two.py": "",
        "rules.py": RULES,
        "pyproject.toml": permission + LAYERS + CONTRACTS.replace("{name}", name),
    }
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return audit(folder)


def told(found: Audit) -> list[str]:
    return [f.message for f in found.findings if f.rule == "broken-contract"]


def test_a_custom_contract_that_is_kept_is_not_told(tmp_path: Path) -> None:
    assert told(audited(tmp_path, "Kept")) == []


def test_without_permission_a_warning_says_what_was_not_judged(tmp_path: Path) -> None:
    found = audited(tmp_path, "Leaving", FORBIDDEN)

    [finding] = [each for each in found.findings if each.rule == "broken-contract"]
    assert finding.message == (
        "the contract 'Picky' is of the type 'picky', which is code of this project, "
        "and was not judged"
    )
    assert (str(finding.place), finding.severity) == ("pyproject.toml:10:1", Severity.WARNING)
    assert "run-custom-contracts = true" in finding.help
    assert found.notes == ()


def test_a_broken_custom_contract_is_told_in_its_own_words(tmp_path: Path) -> None:
    found = audited(tmp_path, "Broken")

    assert told(found) == [
        "the contract 'Picky' is broken: too many modules: green green.one green.two"
    ]
    assert found.notes == ("pyproject.toml:11:1: the contract 'Picky': hm",)


FAULTS = [
    ("Raising", "RuntimeError: It is too late"),
    ("Leaving", "its process ends with status 7"),
    ("Crashing", "its process ends with status"),
    ("Plain", "TypeError: rules.Plain is not a subclass of Contract"),
    ("Missing", "AttributeError: module 'rules' has no attribute 'Missing'"),
]


@pytest.mark.parametrize(("name", "reason"), FAULTS)
def test_a_custom_contract_that_fails_costs_itself_only(
    tmp_path: Path, name: str, reason: str
) -> None:
    [message] = told(audited(tmp_path, name))

    assert message.startswith(f"the contract 'Picky' cannot be judged: {reason}")


def reason_of(workshop: Workshop) -> str:
    declared = Declared(Contract("Endless", Place("setup.cfg", 1)), {"name": "Endless"})
    imports = Imports(Packages((), {}, frozenset()), ())
    with pytest.raises(UnjudgedError) as caught:
        workshop.check(declared, "rules.Endless", {}, imports)
    return str(caught.value)


def test_an_endless_contract_takes_the_time_of_those_after_it(tmp_path: Path) -> None:
    (tmp_path / "rules.py").write_text(RULES, encoding="utf-8")
    workshop = Workshop(tmp_path, ("",), patience=0.5)

    first, second = reason_of(workshop), reason_of(workshop)

    assert first.startswith("it was not done when the 0.5 seconds were over")
    assert second.startswith("it was not begun")
