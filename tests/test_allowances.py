"""Allowances through a whole audit: what is allowed stays in it, and is counted apart."""

import json

import pytest

from archlint.assembly import audit_sources
from archlint.model.audit import Audit
from archlint.model.finding import Severity, State
from archlint.reports import FORMATS
from archlint.reports.manner import Manner

LAYERS = """
[[layers]]
name = "domain"
modules = ["shop.domain"]

[[layers]]
name = "adapters"
modules = ["shop.adapters"]
"""
FILES = {
    "shop/domain/order.py": "from shop.adapters.mail import send\n\nSEND = send\n",
    "shop/domain/basket.py": "from shop.adapters.mail import send\n\nSEND = send\n",
    "shop/adapters/mail.py": "def send() -> None: ...\n",
}


def audit(allowance: str) -> Audit:
    return audit_sources(FILES, f"{LAYERS}\n[[allowances]]\n{allowance}")


def told(found: Audit, form: str) -> str:
    return FORMATS[form].tell(found, Manner(lambda _path, _line: None))


ONE = 'rule = "outward-import"\nfrom = "shop.domain.order"\nbecause = "it moves"\n'
BOTH = 'rule = "outward-import"\nto = "shop.adapters"\nbecause = "it moves"\n'


def test_what_is_not_allowed_is_new() -> None:
    found = audit(ONE)

    assert [finding.module for finding in found.new()] == ["shop.domain.basket"]
    assert found.fails(Severity.ERROR)


def test_what_is_allowed_fails_nothing() -> None:
    assert not audit(BOTH).fails(Severity.INFO)


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_text_report_counts_what_is_allowed_and_lists_it_not(form: str) -> None:
    some, nothing = told(audit(ONE), form), told(audit(BOTH), form)

    assert "shop/domain/order.py" not in some
    assert "Found 1 violation (1 allowed) in 3 modules" in some
    assert nothing.startswith("No violations (2 allowed): 3 modules")


def test_the_report_for_programs_keeps_what_is_allowed() -> None:
    report = json.loads(told(audit(ONE), "json"))

    assert {f["path"]: f["state"] for f in report["findings"]} == {
        "shop/domain/basket.py": "new",
        "shop/domain/order.py": "allowed",
    }
    assert report["summary"]["allowed"] == 1


def test_an_expired_allowance_lets_its_findings_count_again() -> None:
    found = audit(f"{BOTH}until = 2020-01-31\n")

    assert [finding.rule for finding in found.new()] == [
        "expired-allowance",
        "outward-import",
        "outward-import",
    ]
    assert found.new()[0].place.path == "archlint.toml"


def test_an_allowance_of_the_rule_about_allowances_is_unused() -> None:
    (finding,) = audit(
        'rule = "unused-allowance"\nto = "outward-import"\nbecause = "why not"\n\n'
        '[rules.outward-import]\nseverity = "off"\n'
    ).new()

    assert finding.rule == "unused-allowance"


def test_every_finding_keeps_its_reason() -> None:
    excuses = {finding.excuse for finding in audit(BOTH).findings}

    assert excuses == {"it moves"}
    assert {finding.state for finding in audit(BOTH).findings} == {State.ALLOWED}
