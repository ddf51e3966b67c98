"""What becomes of deply's layers and ruleset."""

import pytest

from archlint.contracts.migration.deply.regexes import globs
from archlint.contracts.migration.proposal import Proposal
from tests.contracts.migration.saying import outcomes, project, says, taken_over, told

SHOP = project(
    "src/shop/web/cart.py", "src/shop/domain/order.py", "src/shop/db.py", "src/shop/mail.py"
)


def deply(layers: str, ruleset: str = "") -> Proposal:
    text = f"deply:\n  paths: [./src]\n  layers:\n{layers}\n  ruleset:\n{ruleset or '    {}'}\n"
    return taken_over("deply.yaml", text, SHOP)


def layer(name: str, *collectors: str) -> str:
    listed = "\n".join(f"        - {collector}" for collector in collectors)
    return f"    - name: {name}\n      collectors:\n{listed}\n"


WEB = layer("web", "{type: directory, directories: [shop/web]}")
DOMAIN = layer("domain", "{type: directory, directories: [shop/domain]}")
DATABASE = layer("database", "{type: file_regex, regex: '^shop/db\\.py$'}")


def test_folders_become_paths() -> None:
    assert told(deply(WEB)) == [("web", 0, ("src/shop/web",), False)]


def test_what_must_not_know_a_layer_stands_further_in() -> None:
    rules = "    domain:\n      disallow_layer_dependencies: [web, database]"

    assert [(name, ring) for name, ring, *_ in told(deply(WEB + DOMAIN + DATABASE, rules))] == [
        ("domain", 0),
        ("web", 1),
        ("database", 1),
    ]


def test_an_order_forbids_nothing_that_the_code_does_and_nobody_forbade() -> None:
    known = project(
        *(module.path for module in SHOP.modules),
        edges=(("src.shop.web.cart", "src.shop.db"), ("src.shop.db", "src.shop.web.cart")),
    )
    text = f"paths: [src]\nlayers:\n{WEB}{DATABASE}"

    proposal = taken_over("deply.yaml", text, known)

    assert [ring for _, ring, *_ in told(proposal)] == [0, 0]


def test_collectors_of_classes_make_no_layer() -> None:
    proposal = deply(layer("models", "{type: class_inherits, base_class: Model}") + WEB)

    assert outcomes(proposal)["models"] == "not mapped"
    assert "archlint puts modules into layers" in says(proposal, "models")


def test_any_of_is_the_sum_of_its_files() -> None:
    collectors = (
        "{type: bool, any_of: [{type: directory, directories: [shop/web]},"
        " {type: file_regex, regex: 'shop/mail'}], must_not: [{type: directory}]}"
    )

    proposal = deply(layer("outside", collectors))

    assert told(proposal)[0][2] == ("src/shop/web", "src/shop/mail*")
    assert says(proposal, "outside") == "must_not: no pattern takes files away"


def test_a_file_of_two_layers_stays_with_the_first() -> None:
    proposal = deply(
        WEB + layer("other", "{type: directory, directories: [shop/web, shop/domain]}")
    )

    assert [patterns for _, _, patterns, _ in told(proposal)] == [
        ("src/shop/web",),
        ("src/shop/domain",),
    ]
    assert "src/shop/web is left out" in says(proposal, "other")


def test_rules_about_libraries_concern_the_core() -> None:
    rules = (
        "    domain:\n      disallow_external_imports: [django.db]\n"
        "    web:\n      disallow_external_imports: [requests]\n"
        "      enforce_class_naming: [{type: class_name_regex}]"
    )

    proposal = deply(WEB + DOMAIN, rules)

    assert proposal.translation.libraries == {"django": "deny"}
    assert outcomes(proposal)["domain.disallow_external_imports"] == "partly"
    assert outcomes(proposal)["web.disallow_external_imports"] == "not mapped"
    assert outcomes(proposal)["web.enforce_class_naming"] == "not mapped"


def test_a_layer_without_files_is_not_mapped() -> None:
    ghost = layer("ghost", "{type: directory, directories: [shop/ghost]}")
    rules = "    domain:\n      disallow_layer_dependencies: [ghost, web]\n"
    rules += "    ghost:\n      disallow_layer_dependencies: [web]"

    proposal = deply(WEB + DOMAIN + ghost, rules)

    assert [name for name, *_ in told(proposal)] == ["domain", "web"]
    assert outcomes(proposal) == {
        "web": "mapped",
        "domain": "mapped",
        "ghost": "not mapped",
        "domain.disallow_layer_dependencies": "partly",
        "ghost.disallow_layer_dependencies": "not mapped",
    }
    assert says(proposal, "ghost") == "no module of the project belongs to it"


def test_a_rule_about_unknown_layers_leaves_the_others_alone() -> None:
    rules = (
        "    domain:\n      disallow_layer_dependencies: [web, ui]\n"
        "      allow_layer_dependencies: [ui]\n"
        "    core:\n      disallow_layer_dependencies: [web]\n"
        "      disallow_external_imports: [django]"
    )

    proposal = deply(WEB + DOMAIN, rules)

    assert [(name, ring) for name, ring, *_ in told(proposal)] == [("domain", 0), ("web", 1)]
    assert proposal.translation.libraries == {}
    assert outcomes(proposal) == {
        "web": "mapped",
        "domain": "mapped",
        "domain.disallow_layer_dependencies": "partly",
        "domain.allow_layer_dependencies": "not mapped",
        "core.disallow_layer_dependencies": "not mapped",
        "core.disallow_external_imports": "not mapped",
    }
    assert says(proposal, "domain.disallow_layer_dependencies") == "no layer is called ui"
    assert says(proposal, "core.disallow_external_imports") == "no layer is called core"


def test_a_key_that_nobody_reads_is_told() -> None:
    text = f"paths: [src]\nlayers:\n{WEB}strange: 1\n"

    assert outcomes(taken_over("deply.yaml", text, SHOP))["strange"] == "not mapped"


@pytest.mark.parametrize(
    ("regex", "patterns"),
    [
        (r"^api/main\.py$", ("api/main.py",)),
        (r"^(crud|models)\.py$", ("crud.py", "models.py")),
        (r".*/views\.py$|.*/views/.*\.py$", ("**/views.py", "**/views/**/*.py")),
        (r".*_service\.py", ("**/*_service.py*",)),
        (r"shop/web/.*", ("shop/web",)),
        (r"shop/tests?/.*", ("shop/tests", "shop/test")),
        (r"(?!tests)shop", ()),
        (r"shop/\d+\.py", ()),
    ],
)
def test_regular_expressions_become_patterns(regex: str, patterns: tuple[str, ...]) -> None:
    assert globs(regex) == patterns
