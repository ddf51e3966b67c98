"""The settings to be are written as TOML that archlint reads, behind what stands there."""

from pathlib import Path

import tomli

from archlint.assembly.request import book
from archlint.contracts.migration.proposal import NewAllowance, Proposal, with_allowances
from archlint.contracts.migration.rendering import as_own_file, as_shared_table
from archlint.settings.loading import parse
from tests.contracts.migration.saying import project, taken_over

SHOP = project("shop/web.py", "shop/cart/__init__.py", "shop/cart/api.py", "shop/mail.py")
TACH = """
source_roots = ["."]
exclude = ["lab"]
layers = ["ui", { name = "core", closed = true }, "base"]

[[modules]]
path = "shop.web"
layer = "ui"
depends_on_external = []

[[modules]]
path = "shop.cart"
layer = "core"

[[modules]]
path = "shop.mail"
layer = "base"

[[interfaces]]
expose = ["api"]
from = ["shop.cart"]
"""


def proposal() -> Proposal:
    made = taken_over("tach.toml", TACH, SHOP)
    because = 'it is "old"'
    return with_allowances(
        made, [NewAllowance("outward-import", "shop.cart.**", "shop.web", because)] * 2
    )


def test_both_forms_say_the_same() -> None:
    own = tomli.loads(as_own_file(proposal()))

    assert tomli.loads(as_shared_table(proposal()))["tool"]["archlint"] == own


def test_what_is_written_is_what_was_meant() -> None:
    settings = parse(as_own_file(proposal()), Path("archlint.toml"), book())

    layers = settings.architecture.layers
    told = [(x.name, x.ring, x.closed, x.allowed_libraries, x.face) for x in layers]
    assert told == [
        ("base", 0, False, None, None),
        ("cart", 1, True, None, layers[1].face),
        ("web", 2, False, (), None),
    ]
    assert layers[1].face
    assert layers[1].face.public == ("api",)
    assert [x.because for x in settings.architecture.allowances] == ['it is "old"']
    assert (settings.source_roots, settings.exclude) == ((".",), ("/lab",))


def test_each_layer_says_where_it_comes_from() -> None:
    text = as_shared_table(proposal())

    assert text.startswith("[tool.archlint]\n# taken over from tach (tach.toml)\n")
    assert '[[tool.archlint.layers]]\n# from the module shop.mail\nname = "base"\n' in text
