"""Comments through a whole audit: what they allow, and above all what they do not."""

from pathlib import Path

import pytest

from archlint.assembly import Request, audit_sources
from archlint.assembly import audit as disk_audit
from archlint.model.audit import Audit
from archlint.model.finding import Finding, State
from tests.test_allowances import LAYERS

ALLOW = "# archlint: allow[outward-import] because mail moves"
MAIL = "def send() -> None: ...\ndef stop() -> None: ...\n"
CAUGHT = "outward-import"
STYLE = 'style = "clean"\n'


def audit(order: str, settings: str = LAYERS) -> Audit:
    return audit_sources({"shop/domain/order.py": order, "shop/adapters/mail.py": MAIL}, settings)


def new(order: str, settings: str = LAYERS) -> list[tuple[str, int]]:
    return [(finding.rule, finding.place.line) for finding in audit(order, settings).new()]


def only(found: Audit, rule: str = CAUGHT) -> Finding:
    (finding,) = [finding for finding in found.findings if finding.rule == rule]
    return finding


IMPORT = "from shop.adapters.mail import send"


@pytest.mark.parametrize(
    "source",
    [
        f"{IMPORT}\n{ALLOW}\n",
        f"{ALLOW}\n\n{IMPORT}\n",
        f"{ALLOW}\nimport os\n{IMPORT}\n",
        f"if 1:  {ALLOW}\n    {IMPORT}\n",
        f"{ALLOW}\ntry:\n    {IMPORT}\nexcept ImportError:\n    pass\n",
        f"def f():  {ALLOW}\n    {IMPORT}\n",
        f"{IMPORT}\n\n\nclass A:  {ALLOW}\n    ...\n",
        f"{IMPORT}  {ALLOW.replace('outward-import', 'sideways-import')}\n",
        f"{IMPORT}  {ALLOW.replace(' because mail moves', '')}\n",
        f"{IMPORT}  {ALLOW.replace('allow[outward-import]', 'allow')}\n",
        f"{IMPORT}  {ALLOW.replace('because', 'until=2020-01-31 because')}\n",
        f'{IMPORT}\nNOTE = "{ALLOW}"\n',
    ],
)
def test_a_comment_that_is_not_at_the_breach_allows_nothing(source: str) -> None:
    assert CAUGHT in [rule for rule, _ in new(source)]


def test_a_comment_in_another_file_allows_nothing() -> None:
    found = audit_sources(
        {
            "shop/domain/order.py": f"{IMPORT}\n",
            "shop/adapters/mail.py": f"{ALLOW.replace('allow', 'allow-file')}\n{MAIL}",
        },
        LAYERS,
    )

    assert [finding.rule for finding in found.new()] == ["unused-allowance", CAUGHT]


@pytest.mark.parametrize(
    "source",
    [
        f"{IMPORT}  {ALLOW}\n",
        f"{ALLOW}\n{IMPORT}\n",
        f"from shop.adapters.mail import (\n    send,  {ALLOW}\n)\n",
        f"from shop.adapters.mail import (\n    send,\n)  {ALLOW}\n",
        f"from shop.adapters.mail import \\\n    send  {ALLOW}\n",
        f"if 1:\n    {ALLOW}\n    {IMPORT}\n",
        f"import os; {IMPORT}  {ALLOW}\n",
        f"def f():\n    {IMPORT}  {ALLOW}\n",
        f"{IMPORT}\n\n\n{ALLOW.replace('allow', 'allow-file')}\n",
        f"{IMPORT}  {ALLOW.replace('because', 'until=2999-01-31 because')}\n",
        f"{IMPORT}  {ALLOW.replace('outward-import', 'outward-import,sideways-import')}\n",
    ],
)
def test_a_comment_at_the_breach_allows_it(source: str) -> None:
    found = audit(source)

    assert CAUGHT not in [finding.rule for finding in found.new()]
    assert (only(found).state, only(found).excuse) == (State.ALLOWED, "mail moves")


def test_an_import_for_types_is_allowed_inside_its_block() -> None:
    source = (
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n"
        f"    {IMPORT}  {ALLOW.replace('outward-import', 'outward-type-import')}\n"
    )

    assert new(source) == []


TWICE = f"{IMPORT}{{}}\n\n\ndef f() -> None:\n    {{}}{IMPORT}\n"


def test_of_two_places_one_comment_leaves_the_other() -> None:
    first, second = audit(TWICE.format(f"  {ALLOW}", "")), audit(TWICE.format("", f"{ALLOW}\n    "))

    assert (only(first).state, only(first).place.line, only(first).also) == (State.NEW, 5, ())
    assert (only(second).state, only(second).place.line, only(second).also) == (State.NEW, 1, ())
    assert (
        only(first).identity == only(second).identity == only(audit(TWICE.format("", ""))).identity
    )


def test_a_place_that_is_allowed_stays_in_sight() -> None:
    (proof,) = only(audit(TWICE.format(f"  {ALLOW}", ""))).evidence

    assert (proof.line, proof.text) == (1, "allowed here: mail moves")


def test_when_all_places_are_allowed_so_is_the_finding() -> None:
    because = ALLOW.replace("mail moves", "it is late")

    found = audit(TWICE.format(f"  {ALLOW}", f"{because}\n    "))

    assert found.new() == ()
    assert only(found).excuse == "mail moves; it is late"


ROOT = """
from flask.views import View


class Order(View):{}
    id: int


class Return(Order):{}
    why: str
"""


@pytest.mark.parametrize(
    ("order", "returned", "left"), [("", "", 5), ("", "  {}", 5), ("  {}", "", None)]
)
def test_at_its_class_a_finding_is_allowed_with_what_follows_from_it(
    order: str, returned: str, left: int | None
) -> None:
    comment = ALLOW.replace("outward-import", "framework-base")
    settings = f'{STYLE}[rules.framework-import]\nseverity = "off"\n'

    source = ROOT.format(order.format(comment), returned.format(comment))
    finding = only(audit(source, settings), "framework-base")

    assert (finding.place.line if finding.state is State.NEW else None) == left


def test_the_settings_come_first() -> None:
    settings = (
        f"{LAYERS}\n[[allowances]]\nrule = 'outward-import'\nfrom = 'shop'\nbecause = 'of them'\n"
    )

    found = audit(f"{IMPORT}  {ALLOW}\n", settings)

    assert [finding.excuse for finding in found.findings] == ["of them"]


@pytest.mark.parametrize("comment", [ALLOW, ALLOW.replace("allow", "allow-file")])
def test_what_nothing_needs_is_told(comment: str) -> None:
    assert new(f"import os  {comment}\n") == [("unused-allowance", 1)]


def test_equal_comments_are_told_apart() -> None:
    findings = audit(f"import os  {ALLOW}\nimport re  {ALLOW}\n").new()

    assert len({finding.identity for finding in findings}) == len(findings) == 2


@pytest.mark.parametrize("rule", ["outward-import", "unused-allowance"])
def test_what_was_not_judged_is_not_called_unused(rule: str) -> None:
    off = f'[rules.{rule}]\nseverity = "off"\n'

    assert new(f"import os  {ALLOW}\n", f"{off}{LAYERS}") == []


def test_an_expired_comment_is_told_where_it_stands() -> None:
    comment = ALLOW.replace("because", "until=2020-01-31 because")

    assert new(f"{IMPORT}  {comment}\n") == [(CAUGHT, 1), ("expired-allowance", 1)]


def test_a_module_of_no_layer_can_say_that_this_is_meant() -> None:
    files = {
        "shop/domain/order.py": "import shop.common\n",
        "shop/adapters/mail.py": MAIL,
        "shop/common.py": "# archlint: allow-file[unlayered-module] because it goes\nX = 1\n",
    }

    found = audit_sources(files, LAYERS)

    assert [finding.state for finding in found.findings] == [State.ALLOWED]


ORDER = """
from dataclasses import dataclass


@dataclass
class Order:{}
    id: int
    state: str
    total: int
    note: str
"""
PAY = """
from shop.domain.order import Order


def pay(order: Order) -> int:
    return order.total
"""


@pytest.mark.parametrize(
    ("comment", "settings", "is_entity"),
    [
        ("", "", True),
        ("  # archlint: role=dto", "", False),
        ("", "dto", False),
        ("  # archlint: role=entity", "dto", True),
        ("  # archlint: role=dto", "entity", False),
    ],
)
def test_a_comment_says_what_its_class_is_for_before_the_settings(
    comment: str, settings: str, *, is_entity: bool
) -> None:
    roles = f'[roles]\n{settings} = ["shop.domain.**:Order"]\n' if settings else ""

    found = audit_sources(
        {"shop/domain/order.py": ORDER.format(comment), "shop/use_cases/pay.py": PAY},
        f"{STYLE}{roles}",
    )

    assert ("data-only-entity" in [finding.rule for finding in found.new()]) == is_entity


TEST = """
from shop.domain.order import Order
from sqlalchemy import create_engine


def test_an_empty_order_costs_nothing() -> None:
    engine = create_engine("sqlite://"){}
    assert Order().total() == 0
"""


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("", ["test-coupling"]),
        ("  # archlint: allow[test-coupling] because it is quick", []),
        (f"  {ALLOW}", ["test-coupling", "unused-allowance"]),
        ("  # archlint: allow[test-coupling]", ["test-coupling", "invalid-allowance"]),
    ],
)
def test_comments_in_tests_are_heard(comment: str, rules: list[str]) -> None:
    files = {
        "shop/domain/order.py": "class Order:\n    def total(self):\n        return 0\n",
        "shop/adapters/mail.py": MAIL,
        "tests/domain/test_order.py": TEST.format(comment),
    }

    assert [finding.rule for finding in audit_sources(files, LAYERS).new()] == rules


def test_a_comment_of_many_unknown_rules_is_told_once() -> None:
    names = ", ".join(f"rule-{number}" for number in range(2_000))

    (finding,) = audit(f"import os  # archlint: allow[{names}] because b\n").new()

    assert finding.message == "unknown rule 'rule-0' (and 1999 more)"


def test_paths_limit_what_is_told_of_comments(tmp_path: Path) -> None:
    files = {
        "archlint.toml": LAYERS,
        "shop/domain/order.py": f"import os  {ALLOW}\n",
        "shop/domain/cart.py": f"import os  {ALLOW}\n{IMPORT}  {ALLOW}\n",
        "shop/adapters/mail.py": MAIL,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)

    cart = tmp_path / "shop/domain/cart.py"
    found = disk_audit(tmp_path, Request(paths=(cart,), no_cache=True))

    assert [(f.rule, f.place.line) for f in found.new()] == [("unused-allowance", 1)]
