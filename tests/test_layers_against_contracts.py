"""The same layers, told to archlint and as a contract of import-linter, give the same verdicts."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.assembly import audit_sources
from archlint.model.finding import Finding

INWARD_FIRST = ("blue.inner", "blue.middle", "blue.outer")
HOMES = (*INWARD_FIRST, "blue")
MODULES = tuple(f"{home}.{name}" for home in HOMES for name in ("one", "two"))
SETTINGS = "".join(f'[[layers]]\nname = "{home}"\nmodules = ["{home}"]\n' for home in INWARD_FIRST)
CONTRACT = """[importlinter]
root_package = blue

[importlinter:contract:rings]
name = rings
type = layers
layers =
    blue.outer
    blue.middle
    blue.inner
"""
EDGES = st.sets(st.tuples(st.sampled_from(MODULES), st.sampled_from(MODULES)), max_size=14)
DIRECT, CHAIN, CONTRACTS = "outward-import", "outward-chain", "broken-contract"


def program(edges: set[tuple[str, str]]) -> Mapping[str, str]:
    files = {f"{home.replace('.', '/')}/__init__.py": "" for home in HOMES}
    for module in MODULES:
        imported = sorted(other for one, other in edges if one == module and other != module)
        files[f"{module.replace('.', '/')}.py"] = "".join(f"import {name}\n" for name in imported)
    return {**files, ".importlinter": CONTRACT}


def told(findings: tuple[Finding, ...], rule: str) -> set[tuple[str, int]]:
    return {(f.place.path, f.place.line) for f in findings if f.rule == rule}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(EDGES)
def test_imports_that_a_contract_of_layers_forbids_are_outward_imports(
    edges: set[tuple[str, str]],
) -> None:
    findings = audit_sources(program(edges), SETTINGS).findings

    contracts = (f for f in findings if f.rule == CONTRACTS)
    direct = {(f.place.path, f.place.line) for f in contracts if len(f.chain) <= len(("a", "b"))}
    assert told(findings, DIRECT) == direct


@settings(max_examples=60, deadline=None, derandomize=True)
@given(EDGES)
def test_a_contract_of_layers_is_kept_when_nothing_is_outward(edges: set[tuple[str, str]]) -> None:
    findings = audit_sources(program(edges), SETTINGS).findings

    ours = told(findings, DIRECT) | told(findings, CHAIN)
    assert bool(ours) == bool(told(findings, CONTRACTS))
