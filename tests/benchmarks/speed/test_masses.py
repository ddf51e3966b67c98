from pathlib import Path

from archlint.assembly.library import audit
from benchmarks.speed.masses import mass
from benchmarks.speed.subjects import Subject

SHOP = Subject("shop==1", "shop", (("domain", ("domain",)), ("adapters", ("web",))), "shop/web.py")


def lay_shop(folder: Path) -> None:
    (folder / "shop").mkdir(parents=True)
    (folder / "shop" / "__init__.py").write_text("")
    (folder / "shop" / "domain.py").write_text("import shopping\nfrom shop.web import route\n")
    (folder / "shop" / "web.py").write_text("def route():\n    return 'from shop'\n")


def test_every_copy_imports_its_own_modules(tmp_path: Path) -> None:
    lay_shop(tmp_path / "source")

    many = mass(SHOP, tmp_path / "source", tmp_path / "mass", lines=12)

    text = (tmp_path / "mass" / "mass" / "shop_2" / "domain.py").read_text()
    assert text == "import shopping\nfrom mass.shop_2.web import route\n# shop_2\n"
    assert many.changes == "mass/shop_1/web.py"


def test_no_two_copies_of_a_file_are_the_same(tmp_path: Path) -> None:
    lay_shop(tmp_path / "source")

    mass(SHOP, tmp_path / "source", tmp_path / "mass", lines=12)

    texts = [path.read_text() for path in (tmp_path / "mass" / "mass").rglob("shop_*/*.py")]
    assert len(set(texts)) == len(texts) == 6


def test_a_breach_of_the_original_is_told_of_every_copy(tmp_path: Path) -> None:
    lay_shop(tmp_path / "source")
    mass(SHOP, tmp_path / "source", tmp_path / "mass", lines=12)

    found = audit(tmp_path / "mass")

    told = [each.place.path for each in found.findings if each.rule == "outward-import"]
    assert told == ["mass/shop_1/domain.py", "mass/shop_2/domain.py"]
