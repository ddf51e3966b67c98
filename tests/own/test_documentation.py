"""What docs/own-rules.md says works when it is copied."""

from pathlib import Path

from archlint import audit, own
from tests.cli.running import KEPT, write

PAGE = (Path(__file__).parents[2] / "docs" / "own-rules.md").read_text(encoding="utf-8")
FENCE = "```"


def block(opening: str) -> str:
    """Return the fence that begins with a line."""
    _, _, rest = PAGE.partition(f"{FENCE}{opening}")
    return opening.partition("\n")[2] + rest.partition(f"\n{FENCE}")[0] + "\n"


def test_the_rule_with_its_page_can_be_copied(tmp_path: Path) -> None:
    settings = f'own-rules = ["./rules/shop_rules.py"]\n{KEPT["archlint.toml"]}'
    files = {
        **KEPT,
        "archlint.toml": settings,
        "rules/shop_rules.py": block("python\nfrom collections"),
        "rules/shouting-class.md": block("markdown\n+++"),
        "shop/domain/names.py": "class ORDER: ...\nclass URL: ...\n",
    }

    found = audit(write(tmp_path, files), select="shouting-class")

    assert [(f.place.line, f.message) for f in found.findings] == [(1, "ORDER shouts")]


def test_every_fact_is_told() -> None:
    assert [name for name in own.__all__ if f"`{name}`" not in PAGE] == []
