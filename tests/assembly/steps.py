"""Steps by which the shop may change, as strategies."""

from hypothesis import strategies as st

from tests.assembly.changing import LINTER, SETTINGS, removed, renamed, touched, written

paths = st.sampled_from(["shop/domain/order.py", "shop/web/page.py", "shop/web/menu.py", "tool.py"])
texts = st.sampled_from(
    [
        "",
        "# nothing\n",
        "import shop.web.page\n",
        "import shop.web.page  # a page\n",
        "import shop.web.page  # archlint: allow[outward-import] because of the page\n",
        "from shop.domain import order\n",
        "class A:\n    b: int\n",
        "class A:\n    b: int  # a number\n",
        "\nclass A:\n    b: int\n",
        "?",
    ]
)
configured = st.sampled_from(
    [
        written("archlint.toml", SETTINGS),
        written("archlint.toml", SETTINGS.replace("domain", "web").replace(".web.", ".domain.")),
        written("archlint.toml", "layers = 1\n"),
        written(".gitignore", "menu.py\n"),
        written(".importlinter", LINTER.format(forbidden="web")),
        written(".importlinter", "[importlinter]"),
        written("shop/setup.cfg", "[importlinter]\n"),
    ]
)
steps = (
    st.builds(written, paths, texts)
    | st.builds(renamed, paths, paths)
    | st.builds(touched, paths)
    | st.builds(removed, paths | st.just(".importlinter"))
    | configured
)
