"""Forbidden imports, planted in memory, and what becomes of them."""

from collections.abc import Iterator
from dataclasses import replace

from archlint.checks import CHECKS
from archlint.model.architecture.contexts import Contexts
from archlint.model.architecture.faces import Face
from archlint.model.architecture.layers import Layer, Role
from archlint.model.architecture.patterns import Pattern
from archlint.model.catalog import Catalog, Library, Policy
from archlint.model.codebase import Codebase
from archlint.model.finding import Finding, Severity, State
from archlint.model.rule import Rule
from archlint.surveying.planting.bans import TRIED_RULES
from archlint.surveying.planting.harvest import Outcome, Trial, try_bans
from tests.building import LAYERS, codebase

RULES = sorted(TRIED_RULES & set(CHECKS))
FILES = {
    "shop/domain/order.py": "class Order: ...\n",
    "shop/use_cases/pay.py": "from shop.domain.order import Order\n",
    "shop/adapters/db.py": "from shop.domain.order import Order\n",
}


def findings(base: Codebase) -> Iterator[Finding]:
    for name in RULES:
        yield from CHECKS[name].judge(base, Rule(name, "", Severity.ERROR))


def ways(trials: tuple[Trial, ...]) -> list[tuple[str, str]]:
    return [(trial.ban.here, trial.ban.there) for trial in trials]


def test_the_code_base_itself_stays_as_it_is() -> None:
    base = codebase(FILES)
    before = dict(base.outlines)

    try_bans(base, findings, RULES)

    assert dict(base.outlines) == before


def test_a_permitted_way_is_not_tried() -> None:
    trials = try_bans(codebase(FILES), findings, RULES)

    assert ways(trials) == [
        ("domain", "use cases"),
        ("domain", "adapters"),
        ("use cases", "adapters"),
    ]


def test_what_the_judges_find_is_caught() -> None:
    trials = try_bans(codebase(FILES), findings, RULES)

    assert {outcome for trial in trials for outcome in trial.outcomes} == {Outcome.CAUGHT}
    assert all(trial.is_kept for trial in trials)


def test_a_rule_that_is_off_catches_nothing() -> None:
    trials = try_bans(codebase(FILES), lambda _: (), [])

    assert {trial.reason for trial in trials} == {"outward-import is off"}


def test_a_judge_that_looks_away_is_told_with_the_module() -> None:
    (trial, *_) = try_bans(codebase(FILES), lambda _: (), RULES)

    assert not trial.is_kept
    assert trial.reason == "outward-import does not find it in shop.domain.order"


def test_a_finding_that_was_there_before_catches_nothing() -> None:
    broken = {**FILES, "shop/domain/cart.py": "import shop.adapters.db\n"}
    base = codebase(broken)

    trials = try_bans(base, lambda _: list(findings(base)), RULES)

    assert {outcome for trial in trials for outcome in trial.outcomes} == {Outcome.MISSED}


def test_an_allowance_for_all_of_a_way_is_told() -> None:
    def allowed(base: Codebase) -> Iterator[Finding]:
        return (replace(finding, state=State.ALLOWED) for finding in findings(base))

    (trial, *_) = try_bans(codebase(FILES), allowed, RULES)

    assert (trial.outcomes, trial.reason) == ((Outcome.ALLOWED,), "an allowance permits it")


def test_an_allowance_for_one_module_is_no_hole() -> None:
    def allowed(base: Codebase) -> Iterator[Finding]:
        for finding in findings(base):
            is_old = finding.module == "shop.domain.old"
            yield replace(finding, state=State.ALLOWED) if is_old else finding

    base = codebase({**FILES, "shop/domain/old.py": ""})

    (trial, *_) = try_bans(base, allowed, RULES)

    assert set(trial.outcomes) == {Outcome.CAUGHT, Outcome.ALLOWED}
    assert trial.is_kept


def test_a_layer_without_modules_cannot_be_tried() -> None:
    files = {path: text for path, text in FILES.items() if "use_cases" not in path}

    trials = try_bans(codebase(files), findings, RULES)

    assert [trial.reason for trial in trials] == [
        "no module is in use cases",
        "",
        "no module is in use cases",
    ]


def test_every_part_of_an_independent_layer_is_tried() -> None:
    adapters = replace(LAYERS[2], independent=True)
    base = codebase({"shop/adapters/db.py": "", "shop/adapters/mail/a.py": ""}, (adapters,))

    trials = try_bans(base, findings, RULES)

    assert ways(trials) == [
        ("shop.adapters.db", "shop.adapters.mail"),
        ("shop.adapters.mail", "shop.adapters.db"),
    ]
    assert all(trial.is_kept for trial in trials)


def test_independent_layers_side_by_side_are_tried() -> None:
    web = Layer("web", 2, patterns=(Pattern("shop.web"),), independent=True)
    layers = (LAYERS[2], web)
    base = codebase({"shop/adapters/db.py": "", "shop/web/views.py": ""}, layers)

    trials = try_bans(base, findings, RULES)

    assert ways(trials) == [("adapters", "web"), ("web", "adapters")]
    assert all(trial.is_kept for trial in trials)


def test_the_way_past_a_closed_layer_is_tried() -> None:
    domain, use_cases, adapters = LAYERS
    base = codebase(FILES, (domain, replace(use_cases, closed=True), adapters))

    (past,) = (each for each in try_bans(base, findings, RULES) if each.ban.here == "adapters")

    assert past.ban.there == "domain"
    assert past.is_kept


def test_what_a_layer_hides_is_tried_from_where_the_rest_may_be_known() -> None:
    domain, use_cases, adapters = LAYERS
    layers = (replace(domain, face=Face(("api",))), use_cases, adapters)
    base = codebase({**FILES, "shop/domain/api.py": ""}, layers)

    trials = try_bans(base, findings, RULES)

    assert ways(trials)[3:] == [
        ("use cases", "what domain hides"),
        ("adapters", "what domain hides"),
    ]
    assert all(trial.is_kept for trial in trials)


def test_what_a_context_keeps_to_itself_is_tried() -> None:
    layer = Layer("domain", 0, Role.DOMAIN, (Pattern("shop.{context}.domain"),))
    base = codebase(
        {"shop/sales/domain/order.py": "", "shop/billing/domain/invoice.py": ""}, (layer,)
    )
    architecture = replace(base.architecture, contexts=Contexts(independent=True))

    trials = try_bans(replace(base, architecture=architecture), findings, RULES)

    assert ways(trials) == [("billing", "sales"), ("sales", "billing")]
    assert all(trial.is_kept for trial in trials)


def test_a_denied_library_of_each_kind_is_tried_in_the_core_alone() -> None:
    denied = (Policy.DENY, Policy.DENY)
    libraries = (
        Library("flask", "web", "flask", *denied),
        Library("django", "web", "django", *denied),
        Library("redis", "db-driver", "redis", *denied),
        Library("attrs", "pure", "attrs", Policy.ALLOW, Policy.ALLOW),
    )
    catalog = Catalog({library.name: library for library in libraries})
    files = {"shop/domain/order.py": "", "shop/adapters/web.py": "import flask\n"}

    trials = try_bans(codebase(files, (LAYERS[0], LAYERS[2]), catalog), findings, RULES)

    assert ways(trials)[1:] == [("domain", "flask"), ("domain", "redis")]
    assert all(trial.is_kept for trial in trials)


def test_a_library_that_a_list_leaves_out_is_tried() -> None:
    library = Library("attrs", "pure", "attrs", Policy.ALLOW, Policy.ALLOW)
    layer = replace(LAYERS[2], allowed_libraries=("redis",))
    base = codebase({"shop/adapters/db.py": ""}, (layer,), Catalog({"attrs": library}))

    (trial,) = try_bans(base, findings, RULES)

    assert (trial.ban.there, trial.is_kept) == ("attrs", True)


def test_a_layer_that_could_not_be_read_cannot_be_tried() -> None:
    base = codebase({"shop/domain/order.py": "", "shop/adapters/db.py": ""}, (LAYERS[0], LAYERS[2]))
    outlines = {"shop.adapters.db": base.outlines["shop.adapters.db"]}

    (trial,) = try_bans(replace(base, outlines=outlines), findings, RULES)

    assert trial.reason == "no module of domain could be read"
