"""What becomes of import-linter's contracts."""

from archlint.contracts.migration.project import Project
from archlint.contracts.migration.proposal import Proposal
from tests.contracts.migration.saying import outcomes, project, says, taken_over, told

SHOP = project(
    *("shop/__init__.py", "shop/main.py", "shop/domain/__init__.py", "shop/domain/order.py"),
    *("shop/adapters/__init__.py", "shop/adapters/db.py", "shop/adapters/web.py"),
    "shop/application.py",
    edges=(("shop.adapters.db", "shop.domain.order"), ("shop.main", "shop.adapters.web")),
)


def contracts(*bodies: str, known: Project = SHOP, head: str = "") -> Proposal:
    parts = [
        f"[importlinter:contract:{at}]\nname = {at}\n{body}\n"
        for at, body in enumerate(bodies, start=1)
    ]
    text = f"[importlinter]\nroot_package = shop\n{head}\n" + "\n".join(parts)
    return taken_over(".importlinter", text, known)


LAYERS = "type = layers\nlayers =\n    shop.adapters\n    shop.application\n    shop.domain"


def test_the_lowest_layer_is_the_innermost() -> None:
    assert told(contracts(LAYERS)) == [
        ("domain", 0, ("shop.domain",), False),
        ("application", 1, ("shop.application",), False),
        ("adapters", 2, ("shop.adapters",), False),
    ]


def test_optional_layers_that_are_not_there_are_left_out() -> None:
    body = "type = layers\nlayers =\n    (shop.web)\n    (shop.adapters)\n    shop.domain"

    assert [name for name, *_ in told(contracts(body))] == ["domain", "adapters"]


def test_modules_of_one_line_stand_side_by_side() -> None:
    body = "type = layers\nlayers =\n    shop.adapters | shop.application\n    shop.domain"
    apart = [(1, ("**.shop.adapters",), True), (1, ("**.shop.application",), True)]

    assert [rest for _, *rest in told(contracts(body))][1:] == [list(each) for each in apart]


def test_modules_of_one_line_with_a_colon_may_know_one_another() -> None:
    body = "type = layers\nlayers =\n    shop.adapters : shop.application\n    shop.domain"

    assert [(ring, apart) for _, ring, _, apart in told(contracts(body))] == [
        (0, False),
        (1, False),
        (1, False),
    ]


def test_containers_share_their_layers() -> None:
    known = project(
        "shop/cart/api.py", "shop/cart/core.py", "shop/mail/api.py", "shop/mail/core.py"
    )
    body = "type = layers\ncontainers = shop.*\nlayers =\n    api\n    core"

    proposal = contracts(body, known=known)

    assert told(proposal) == [
        ("core", 0, ("shop.*.core",), False),
        ("api", 1, ("shop.*.api",), False),
    ]
    assert says(proposal, "1").splitlines() == [
        "added: archlint does not let shop.cart.core import shop.mail.api",
        "added: archlint does not let shop.mail.core import shop.cart.api",
    ]


def test_a_module_named_main_is_no_composition_root() -> None:
    body = "type = layers\nlayers =\n    shop.main\n    shop.domain"

    assert [name for name, *_ in told(contracts(body))] == ["domain", "shop.main"]


def test_a_contract_that_contradicts_another_stays_where_it_is() -> None:
    turned = "type = layers\nlayers =\n    shop.domain\n    shop.adapters"

    proposal = contracts(LAYERS, turned)

    assert outcomes(proposal) == {"root_package": "mapped", "1": "mapped", "2": "not mapped"}
    assert says(proposal, "2").startswith("it contradicts other contracts: together they would let")


def test_what_the_order_says_already_needs_nothing_more() -> None:
    body = (
        "type = forbidden\nsource_modules = shop.domain.order\nforbidden_modules = shop.adapters.db"
    )

    proposal = contracts(LAYERS, body)

    assert outcomes(proposal)["2"] == "mapped"
    assert says(proposal, "2") == "the layers say so already"


def test_forbidden_contracts_alone_make_layers() -> None:
    body = "type = forbidden\nsource_modules = shop.domain\nforbidden_modules = shop.adapters"

    assert [(name, ring) for name, ring, *_ in told(contracts(body))] == [
        ("domain", 0),
        ("adapters", 1),
    ]


def test_a_contract_about_direct_imports_makes_no_layers() -> None:
    body = (
        "type = forbidden\nsource_modules = shop.adapters\nforbidden_modules = shop.domain\n"
        "allow_indirect_imports = True"
    )

    proposal = contracts(body)

    assert told(proposal) == []
    assert says(proposal, "1").startswith("it minds direct imports alone")


def test_a_rule_that_rings_cannot_say_is_not_taken_over() -> None:
    body = "type = forbidden\nsource_modules = shop.adapters\nforbidden_modules = shop.domain"

    proposal = contracts(LAYERS, body)

    assert says(proposal, "2").splitlines() == [
        "rings cannot say it: shop.adapters could import shop.domain",
        "it stays where it is, and archlint runs it as it stands (rule broken-contract)",
    ]


def test_libraries_are_denied_where_the_whole_core_is_meant() -> None:
    body = (
        "type = forbidden\nsource_modules =\n    shop.domain\n    shop.application\n"
        "forbidden_modules = requests"
    )

    proposal = contracts(LAYERS, body, head="include_external_packages = True")

    assert proposal.translation.libraries == {"requests": "deny"}
    assert outcomes(proposal)["2"] == "partly"


def test_libraries_of_a_part_of_the_core_are_not_denied_to_all() -> None:
    body = "type = forbidden\nsource_modules = shop.domain\nforbidden_modules = requests"

    proposal = contracts(LAYERS, body)

    assert proposal.translation.libraries == {}
    assert "lets shop.application use it" in says(proposal, "2")


def test_the_parts_of_a_layer_become_independent() -> None:
    star = "type = independence\nmodules = shop.adapters.*"
    one_by_one = "type = independence\nmodules =\n    shop.adapters.db\n    shop.adapters.web"

    for body in (star, one_by_one):
        assert told(contracts(LAYERS, body))[2] == ("adapters", 2, ("shop.adapters",), True)


def test_independence_of_some_parts_is_not_said_of_all() -> None:
    known = project(*(module.path for module in SHOP.modules), "shop/adapters/mail.py")
    body = "type = independence\nmodules =\n    shop.adapters.db\n    shop.adapters.web"

    proposal = contracts(LAYERS, body, known=known)

    assert outcomes(proposal)["2"] == "not mapped"
    assert told(proposal)[2] == ("adapters", 2, ("shop.adapters",), False)


def test_protection_that_the_order_gives_is_said() -> None:
    kept = "type = protected\nprotected_modules = shop.adapters\nallowed_importers = shop.main"
    open_ = "type = protected\nprotected_modules = shop.domain\nallowed_importers = shop.main"

    proposal = contracts(LAYERS, kept, open_)

    assert outcomes(proposal)["2"] == "partly"
    assert says(proposal, "3").startswith("the layers let shop.adapters import shop.domain")


def test_other_types_stay_where_they_are() -> None:
    proposal = contracts(LAYERS, "type = acyclic_siblings\nancestors = shop", "type = own")

    assert outcomes(proposal)["2"] == outcomes(proposal)["3"] == "not mapped"


def test_ignored_imports_are_excused_for_their_contract_alone() -> None:
    body = f"{LAYERS}\nignore_imports =\n    shop.domain.* -> shop.adapters.db"

    translation = contracts(body).translation

    assert translation.excuse("1", "shop.domain.order", "shop.adapters.db")
    assert not translation.excuse("1", "shop.domain", "shop.adapters.db")
    assert not translation.excuse("2", "shop.domain.order", "shop.adapters.db")
