"""The settings to be are written as TOML that archlint reads, behind what stands there."""

from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from archlint.assembly.request import book
from archlint.contracts.migration.proposal import NewAllowance, Proposal, with_allowances
from archlint.contracts.migration.rendering import as_own_file, as_shared_table
from archlint.drafting.appending import CannotAppendError, appended
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


@given(st.text("a =#[]'\"\n\r\\", max_size=30))
def test_nothing_that_stands_there_is_touched(text: str) -> None:
    old = text.encode()
    try:
        new = appended(old, '[tool.archlint]\nstyle = "ddd"\n')
    except CannotAppendError:
        return

    assert new.startswith(old)
    assert tomli.loads(new.decode().replace("\r\n", "\n"))["tool"]["archlint"] == {"style": "ddd"}


def test_line_ends_are_those_of_the_file() -> None:
    new = appended(b'[project]\r\nname = "shop"\r\n', "[tool.archlint]\nstyle = 'ddd'\n")

    assert new == (b"[project]\r\nname = \"shop\"\r\n\r\n[tool.archlint]\r\nstyle = 'ddd'\r\n")


@pytest.mark.parametrize(
    "old", [b"tool = {}\n", b"tool.archlint.style = 'x'\n", b"broken", b"\xff"]
)
def test_a_file_that_cannot_take_a_table_is_left_alone(old: bytes) -> None:
    with pytest.raises(CannotAppendError):
        appended(old, "[tool.archlint]\nstyle = 'ddd'\n")
