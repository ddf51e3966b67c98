"""The rules that surveys speak of are those of the book."""

from archlint import rulebook
from archlint.surveying.coverage import BETWEEN_LAYERS, CHAINS, HOLES, LIBRARIES, LISTS
from archlint.surveying.planting.bans import TRIED_RULES
from archlint.surveying.silence import HANDLERS
from archlint.surveying.subjects import SUBJECTS

NAMED = {*SUBJECTS, *BETWEEN_LAYERS, *CHAINS, *HOLES, *LIBRARIES, *LISTS, *TRIED_RULES, HANDLERS}


def test_every_rule_that_is_named_stands_in_the_book() -> None:
    assert NAMED - {rule.name for rule in rulebook.rules()} == set()
