"""Builds projects with contracts in memory."""

from collections.abc import Mapping

from archlint.assembly import audit_sources
from archlint.model.audit import Audit
from archlint.model.finding import Finding

RULE = "broken-contract"
LAYERS = """
[[layers]]
name = "all"
modules = ["green"]
"""


def audit_of(files: Mapping[str, str], settings: str = LAYERS) -> Audit:
    """Return the audit of some files, one layer around all of them."""
    return audit_sources({"green/__init__.py": "", **files}, settings)


def told(files: Mapping[str, str]) -> list[str]:
    """Return place and message of what is told of contracts."""
    return [f"{finding.place}: {finding.message}" for finding in findings(files)]


def findings(files: Mapping[str, str]) -> list[Finding]:
    """Return what is told of contracts."""
    return [finding for finding in audit_of(files).findings if finding.rule == RULE]


def ini(*contracts: str, session: str = "") -> str:
    """Return an INI file; each contract is its options, one a line."""
    sections = [f"[importlinter:contract:{n}]\n{text}\n" for n, text in enumerate(contracts)]
    return "".join([f"[importlinter]\nroot_package = green\n{session}\n", *sections])


FORBIDDEN = """name = No two
type = forbidden
source_modules = green.one
forbidden_modules = green.two"""
