"""How much of a code base the rules looked at."""

from dataclasses import replace

from archlint.model.audit import Coverage
from archlint.model.finding import Severity
from archlint.model.rule import Rule
from archlint.surveying.coverage import coverage
from archlint.surveying.subjects import SUBJECTS
from tests.building import LAYERS, codebase

FILES = {
    "shop/__init__.py": "",
    "shop/domain/order.py": "import attrs\nimport shop.tools\n",
    "shop/use_cases/pay.py": "import shop.domain.order\n",
    "shop/adapters/db.py": "import redis\n",
    "shop/tools.py": "import shop.clock\n",
    "shop/clock.py": "import time\n",
    "shop/alone.py": "import shop.domain.order\n",
}
BASE = codebase(FILES)


def rule(name: str, *layers: str) -> Rule:
    return Rule(name, "", Severity.ERROR, layers=layers)


def looked_at(*names: str) -> Coverage:
    return coverage(BASE, [rule(name) for name in names])


def test_imports_that_no_rule_asks_about_are_not_judged() -> None:
    assert looked_at("anemic-entity").judged_imports == 0
    assert looked_at().judged_imports == 0


def test_a_rule_of_layers_judges_imports_between_layers() -> None:
    seen = looked_at("outward-import")

    assert (seen.imports, seen.judged_imports) == (7, 1)


def test_a_rule_of_libraries_judges_those_of_the_core() -> None:
    assert looked_at("framework-import").judged_imports == 1


def test_a_list_of_libraries_makes_those_of_its_layer_judged() -> None:
    layers = (*LAYERS[:2], replace(LAYERS[2], allowed_libraries=("redis",)))

    seen = coverage(codebase(FILES, layers), [rule("denied-library")])

    assert seen.judged_imports == 1


def test_a_rule_of_chains_judges_what_layers_reach() -> None:
    assert looked_at("outward-chain").judged_imports == 3
    assert looked_at("unlayered-module").judged_imports == 1


def test_a_package_with_nothing_in_it_could_be_in_no_layer() -> None:
    seen = looked_at()

    assert (seen.modules, seen.blank_modules, seen.telling_modules) == (7, 1, 6)
    assert seen.layered_modules == 3


def test_a_rule_that_has_something_to_judge_is_not_idle() -> None:
    assert coverage(BASE, [rule("outward-import"), rule("orm-in-core", "domain")]).idle == ()


def test_a_rule_whose_layers_nobody_has_is_idle() -> None:
    (idle,) = coverage(BASE, [rule("fat", "controllers", "persistence")]).idle

    assert idle.reason == "no module is in a layer of controllers or persistence"


def test_a_rule_may_name_a_layer_instead_of_a_role() -> None:
    assert coverage(BASE, [rule("fat", "use cases")]).idle == ()


def test_rules_about_what_a_project_need_not_have_are_idle_without_it() -> None:
    seen = coverage(codebase({"shop/domain/a.py": ""}), [rule(name) for name in SUBJECTS])

    assert seen.idle_rules == tuple(SUBJECTS)
    assert all(idle.reason for idle in seen.idle)
