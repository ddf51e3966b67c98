"""Which finding has become of an accepted one, when modules, classes and targets are renamed."""

from collections.abc import Mapping
from dataclasses import replace

from archlint.model.baseline.entries import Entry
from archlint.model.baseline.presence import Presence
from archlint.model.baseline.succession import successions
from archlint.model.finding import Finding
from archlint.model.place import Place
from tests.building import codebase

CLASS = "class {}: ...\n"


def entry(module: str, target: str = "", symbol: str = "", rule: str = "green") -> Entry:
    return Entry(
        rule=rule,
        path=module.replace(".", "/") + ".py",
        module=module,
        symbol=symbol,
        target=target,
    )


def finding(module: str, target: str = "", symbol: str = "", rule: str = "green") -> Finding:
    return Finding(
        rule=rule,
        place=Place(module.replace(".", "/") + ".py"),
        module=module,
        symbol=symbol,
        target=target,
        message="",
        help="",
    )


def met(
    files: Mapping[str, str], entries: list[Entry], findings: list[Finding]
) -> list[tuple[str, str]]:
    """Return who follows whom, by module, symbol and target."""
    presence = Presence(codebase(files), entries)
    pairs = successions(entries, findings, presence)
    return sorted(
        (f"{e.module}:{e.symbol}>{e.target}", f"{f.module}:{f.symbol}>{f.target}") for e, f in pairs
    )


HERE = {"shop/domain/cart.py": CLASS.format("Cart"), "shop/domain/basket.py": ""}


def test_a_mended_breach_does_not_pay_for_one_elsewhere() -> None:
    accepted, found = entry("shop.domain.cart", "redis"), finding("shop.domain.basket", "redis")

    assert met(HERE, [accepted], [found]) == []


def test_a_mended_class_does_not_pay_for_another_one() -> None:
    files = {"shop/domain/cart.py": CLASS.format("Cart") + CLASS.format("Basket")}
    accepted = entry("shop.domain.cart", symbol="Cart")

    assert met(files, [accepted], [finding("shop.domain.cart", symbol="Basket")]) == []


def test_another_library_is_another_breach() -> None:
    accepted, found = entry("shop.domain.cart", "redis"), finding("shop.domain.basket", "boto3")

    assert met({"shop/domain/basket.py": ""}, [accepted], [found]) == []


def test_another_rule_is_another_breach() -> None:
    found = finding("shop.domain.basket", "redis", rule="blue")

    assert met({"shop/domain/basket.py": ""}, [entry("shop.domain.cart", "redis")], [found]) == []


def test_nobody_guesses_between_two_findings() -> None:
    files = {"shop/domain/basket.py": "", "shop/domain/bag.py": ""}
    found = [finding("shop.domain.basket", "redis"), finding("shop.domain.bag", "redis")]

    assert met(files, [entry("shop.domain.cart", "redis")], found) == []


def test_nobody_guesses_between_two_entries() -> None:
    accepted = [entry("shop.domain.cart", "redis"), entry("shop.domain.bag", "redis")]

    assert met({"shop/domain/new.py": ""}, accepted, [finding("shop.domain.new", "redis")]) == []


def test_a_file_that_cannot_be_read_has_lost_nothing() -> None:
    accepted = entry("shop.domain.cart", symbol="Cart")
    base = replace(codebase({"shop/domain/cart.py": ""}), outlines={})
    found = finding("shop.domain.cart", symbol="Basket")

    assert not list(successions([accepted], [found], Presence(base, [accepted])))


def test_a_renamed_module_is_followed() -> None:
    accepted, found = entry("shop.domain.cart", "redis"), finding("shop.domain.basket", "redis")

    assert met({"shop/domain/basket.py": ""}, [accepted], [found]) == [
        ("shop.domain.cart:>redis", "shop.domain.basket:>redis")
    ]


def test_the_file_of_the_same_name_is_the_one_that_moved() -> None:
    files = {"shop/sales/cart.py": "", "shop/sales/bag.py": ""}
    found = [finding("shop.sales.bag", "redis"), finding("shop.sales.cart", "redis")]

    assert met(files, [entry("shop.domain.cart", "redis")], found) == [
        ("shop.domain.cart:>redis", "shop.sales.cart:>redis")
    ]


def test_a_class_may_be_renamed_with_its_module() -> None:
    files = {"shop/basket.py": CLASS.format("Basket")}
    accepted = [entry("shop.cart", "redis"), entry("shop.cart", symbol="Cart")]
    found = [finding("shop.basket", "redis"), finding("shop.basket", symbol="Basket")]

    assert met(files, accepted, found) == [
        ("shop.cart:>redis", "shop.basket:>redis"),
        ("shop.cart:Cart>", "shop.basket:Basket>"),
    ]


def test_a_module_that_was_torn_in_two_tells_nothing_of_its_classes() -> None:
    files = {"shop/a.py": CLASS.format("Basket"), "shop/b.py": ""}
    accepted = [entry("shop.cart", name) for name in ("redis", "boto3")]
    accepted.append(entry("shop.cart", symbol="Cart"))
    found = [finding("shop.a", "redis"), finding("shop.b", "boto3")]
    found.append(finding("shop.a", symbol="Basket"))

    assert ("shop.cart:Cart>", "shop.a:Basket>") not in met(files, accepted, found)


def test_a_renamed_package_moves_modules_and_targets() -> None:
    files = {f"store/{name}.py": "" for name in ("a/x", "b/x", "a/db", "b/db")}
    accepted = [entry(f"shop.{part}.x", f"shop.{part}.db.Session") for part in "ab"]
    found = [finding(f"store.{part}.x", f"store.{part}.db.Session") for part in "ab"]

    assert met(files, accepted, found) == [
        ("shop.a.x:>shop.a.db.Session", "store.a.x:>store.a.db.Session"),
        ("shop.b.x:>shop.b.db.Session", "store.b.x:>store.b.db.Session"),
    ]


def test_a_renamed_class_takes_its_methods_with_it() -> None:
    methods = "    def get(self): ...\n    def post(self): ...\n"
    files = {"shop/web.py": f"class Baskets:\n{methods}"}
    accepted = [entry("shop.web", symbol="Carts.get"), entry("shop.web", symbol="Carts.post")]
    found = [finding("shop.web", symbol="Baskets.get"), finding("shop.web", symbol="Baskets.post")]

    assert met(files, accepted, found) == [
        ("shop.web:Carts.get>", "shop.web:Baskets.get>"),
        ("shop.web:Carts.post>", "shop.web:Baskets.post>"),
    ]


def test_a_renamed_method_is_followed_where_the_old_one_is_gone() -> None:
    files = {"shop/web.py": "class Carts:\n    def fetch(self): ...\n    def post(self): ...\n"}
    accepted = [entry("shop.web", symbol="Carts.get"), entry("shop.web", symbol="Carts.post")]

    assert met(files, accepted, [finding("shop.web", symbol="Carts.fetch")]) == [
        ("shop.web:Carts.get>", "shop.web:Carts.fetch>")
    ]


def test_a_target_that_moved_is_followed_in_every_module() -> None:
    files = {"shop/a.py": "", "shop/b.py": "", "shop/sql.py": CLASS.format("Session")}
    accepted = [entry(f"shop.{name}", "shop.db.Session") for name in "ab"]
    found = [finding(f"shop.{name}", "shop.sql.Session") for name in "ab"]

    assert met(files, accepted, found) == [
        ("shop.a:>shop.db.Session", "shop.a:>shop.sql.Session"),
        ("shop.b:>shop.db.Session", "shop.b:>shop.sql.Session"),
    ]


def test_a_renamed_target_is_followed_beside_one_that_stays() -> None:
    files = {"shop/a.py": "", "shop/db.py": CLASS.format("Base") + CLASS.format("Unit")}
    accepted = [entry("shop.a", "shop.db.Session"), entry("shop.a", "shop.db.Base")]

    assert met(files, accepted, [finding("shop.a", "shop.db.Unit")]) == [
        ("shop.a:>shop.db.Session", "shop.a:>shop.db.Unit")
    ]
