"""The rules of the shop hold: every example of their pages is judged as it is marked."""

from pathlib import Path

import pytest
from archlint.testing import run_page

RULES = Path(__file__).parent.parent / "rules"


@pytest.mark.parametrize("page", sorted(RULES.glob("*.md")), ids=lambda page: page.stem)
def test_a_page_is_judged_as_it_is_marked(page: Path) -> None:
    run_page(page, RULES / "shop_rules.py")
