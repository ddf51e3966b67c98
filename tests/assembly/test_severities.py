"""How much findings weigh, by the style that the settings name."""

from archlint.assembly import audit_sources
from archlint.model.finding import Severity

FILES = {
    "shop/domain/customer.py": "class Customer:\n    id: int\n",
    "shop/domain/order.py": (
        "from shop.domain.customer import Customer\n\n\n"
        "class Order:\n    id: int\n    customer: Customer\n"
    ),
    "shop/domain/repositories.py": (
        "from typing import Protocol\n\n"
        "from shop.domain.customer import Customer\nfrom shop.domain.order import Order\n\n\n"
        "class CustomerRepository(Protocol):\n"
        "    def add(self, customer: Customer) -> None: ...\n\n\n"
        "class OrderRepository(Protocol):\n    def add(self, order: Order) -> None: ...\n"
    ),
    "shop/adapters/db.py": "TABLE = 'orders'\n",
}
RULE = "aggregate-by-object"


def severities(settings: str | None) -> list[Severity | None]:
    found = audit_sources(FILES, settings).findings
    return [finding.severity for finding in found if finding.rule == RULE]


def test_a_style_that_is_only_assumed_makes_nothing_graver() -> None:
    assert severities(None) == [Severity.WARNING]


def test_another_style_makes_nothing_graver() -> None:
    assert severities('style = "clean"\n') == [Severity.WARNING]


def test_who_names_ddd_has_decided_on_its_patterns() -> None:
    assert severities('style = "ddd"\n') == [Severity.ERROR]


def test_a_severity_in_the_settings_is_the_last_word() -> None:
    settings = f'style = "ddd"\n[rules.{RULE}]\nseverity = "info"\n'

    assert severities(settings) == [Severity.INFO]


def test_what_is_off_stays_off() -> None:
    assert Severity.OFF.raised(1) is Severity.OFF


def test_nothing_weighs_more_than_an_error() -> None:
    assert Severity.ERROR.raised(1) is Severity.ERROR
