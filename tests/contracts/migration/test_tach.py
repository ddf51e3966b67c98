"""What becomes of tach's modules, layers and interfaces."""

from archlint.contracts.migration.configuration import find
from archlint.contracts.migration.translating import translated
from tests.contracts.migration.saying import outcomes, project, says, taken_over, told

SHOP = project(
    "shop/web.py", "shop/cart/__init__.py", "shop/cart/api.py", "shop/mail.py", "shop/tools.py"
)


def module(path: str, body: str = "depends_on = []") -> str:
    return f'[[modules]]\npath = "{path}"\n{body}\n'


def test_modules_without_dependencies_are_kept_apart() -> None:
    proposal = taken_over("tach.toml", module("shop.cart") + module("shop.mail"), SHOP)

    assert told(proposal) == [
        ("cart", 0, ("**.shop.cart",), True),
        ("mail", 0, ("**.shop.mail",), True),
    ]


def test_modules_stand_further_out_than_what_they_depend_on() -> None:
    text = (
        module("shop.web", 'depends_on = ["shop.cart"]')
        + module("shop.cart", 'depends_on = [{ path = "shop.mail" }]')
        + module("shop.mail")
    )

    proposal = taken_over("tach.toml", text, SHOP)

    assert [(name, ring) for name, ring, *_ in told(proposal)] == [
        ("mail", 0),
        ("cart", 1),
        ("web", 2),
    ]
    assert says(proposal, "shop.web") == "lost: archlint lets shop.web import shop.mail"


def test_modules_of_a_layer_that_may_know_one_another_become_one() -> None:
    text = (
        'layers = ["ui", { name = "core", closed = true }]\n'
        + module("shop.web", 'layer = "ui"')
        + module("shop.cart", 'layer = "core"')
        + module("shop.mail", 'layer = "core"')
    )

    proposal = taken_over("tach.toml", text, SHOP)

    assert [(name, patterns) for name, _, patterns, _ in told(proposal)] == [
        ("core", ("shop.cart", "shop.mail")),
        ("ui", ("shop.web",)),
    ]
    assert [each.layer.closed for each in proposal.layers] == [True, False]


def test_everybody_may_import_a_utility() -> None:
    text = module("shop.web") + module("shop.tools", "utility = true\ndepends_on = []")

    assert [name for name, *_ in told(taken_over("tach.toml", text, SHOP))] == ["tools", "web"]


def test_what_is_not_visible_is_forbidden() -> None:
    text = module("shop.web", "") + module("shop.cart", "visibility = []\ndepends_on = []")

    proposal = taken_over("tach.toml", text, SHOP)

    assert proposal.rulings.forbidders("shop.web", "shop.cart") == ("shop.web",)


def test_a_deprecated_dependency_is_forbidden_and_excused() -> None:
    text = module("shop.web", 'depends_on = [{ path = "shop.cart", deprecated = true }]')

    proposal = taken_over("tach.toml", text + module("shop.cart"), SHOP)

    assert proposal.rulings.forbidders("shop.web", "shop.cart") == ("shop.web",)
    assert proposal.translation.excuse("shop.web", "shop.web", "shop.cart.api")


def test_an_interface_shows_modules() -> None:
    text = module("shop.cart") + (
        '[[interfaces]]\nexpose = ["api.*"]\nfrom = ["shop.cart"]\n'
        '[[interfaces]]\nexpose = ["send"]\nfrom = ["shop.mail"]\n'
    )

    proposal = taken_over("tach.toml", text, SHOP)

    (cart,) = proposal.layers
    assert cart.layer.face
    assert cart.layer.face.public == ("api",)
    assert outcomes(proposal)["send of shop.mail"] == "not mapped"


def test_lists_of_libraries_are_kept() -> None:
    proposal = taken_over("tach.toml", module("shop.cart", 'depends_on_external = ["attrs"]'), SHOP)

    assert proposal.layers[0].layer.allowed_libraries == ("attrs",)


def test_a_module_that_is_not_there_is_told() -> None:
    proposal = taken_over("tach.toml", module("shop.gone") + module("<root>"), SHOP)

    assert outcomes(proposal) == {"shop.gone": "not mapped", "<root>": "partly"}


def test_old_files_are_read_as_well() -> None:
    text = "modules:\n  - path: shop.web\n    depends_on:\n      - shop.cart\n"
    text += "  - path: shop.cart\n    depends_on: []\n"

    assert [name for name, *_ in told(taken_over("tach.yml", text, SHOP))] == ["cart", "web"]


def test_wildcards_stay_where_they_hold() -> None:
    text = (
        'layers = ["ui", "core"]\n'
        + module("shop.*", 'layer = "core"')
        + module("shop.web", 'layer = "ui"')
    )

    assert [(name, patterns) for name, _, patterns, _ in told(taken_over("tach.toml", text, SHOP))][
        1:
    ] == [("ui", ("shop.web",))]


def test_domain_files_count_from_their_package() -> None:
    domain = (
        '[root]\ndepends_on = ["//shop.mail"]\n'
        '[[modules]]\npath = "api"\ndepends_on = ["<domain_root>"]\n'
    )
    files = {"tach.toml": module("shop.mail"), "shop/cart/tach.domain.toml": domain}
    (configuration,) = find(files.get)

    proposal = translated(configuration, files.get, SHOP)

    assert [(name, ring) for name, ring, *_ in told(proposal)] == [
        ("mail", 0),
        ("cart", 1),
        ("api", 2),
    ]


def test_options_are_told() -> None:
    text = (
        'exact = true\nroot_module = "forbid"\nexclude = ["build/", "lab", ".*__pycache__"]\n'
        + module("shop.mail")
    )

    proposal = taken_over("tach.toml", text, SHOP)

    assert proposal.translation.exclude == ("/lab",)
    assert {k: v for k, v in outcomes(proposal).items() if k != "shop.mail"} == {
        "exact": "not mapped",
        "root_module": "partly",
        "exclude": "not mapped",
    }


def test_keys_that_nobody_reads_are_told() -> None:
    text = module("shop.mail", "depends_on = []\nstrict = true") + "[strange]\nx = 1\n"

    assert outcomes(taken_over("tach.toml", text, SHOP)) == {
        "shop.mail": "mapped",
        "strict of module shop.mail": "not mapped",
        "strange": "not mapped",
    }


def test_keys_that_nobody_reads_are_told_of_interfaces_and_domain_files() -> None:
    text = module("shop.cart") + (
        '[[interfaces]]\nexpose = ["api"]\nfrom = ["shop.cart"]\nloud = true\n'
    )
    files = {"tach.toml": text, "shop/cart/tach.domain.toml": "[strange]\nx = 1\n"}
    (configuration,) = find(files.get)

    assert outcomes(translated(configuration, files.get, SHOP)) == {
        "shop.cart": "mapped",
        "api of shop.cart": "partly",
        "loud of interface api of shop.cart": "not mapped",
        "strange of shop/cart/tach.domain.toml": "not mapped",
    }
