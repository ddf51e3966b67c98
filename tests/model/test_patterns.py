import pytest

from archlint.model.architecture.patterns import Pattern, Subject


def covers(pattern: str, module: str, path: str = "x.py") -> bool:
    return Pattern(pattern).match(module, path) is not None


def test_a_pattern_does_not_cover_a_module_that_only_begins_alike() -> None:
    assert not covers("shop.domain", "shop.domain_events")


def test_a_star_does_not_stand_for_two_segments() -> None:
    assert not covers("shop.*.domain", "shop.a.b.domain")


def test_the_own_module_of_a_package_does_not_cover_what_lies_below() -> None:
    assert not covers("shop.__init__", "shop.domain", "shop/domain.py")


@pytest.mark.parametrize(
    ("pattern", "module"),
    [
        ("shop.domain", "shop.domain"),
        ("shop.domain", "shop.domain.order"),
        ("shop.*.domain", "shop.sales.domain.order"),
        ("**.domain", "a.b.domain.order"),
        ("**.domain", "domain"),
        ("shop.**.ports", "shop.ports.mail"),
        ("*_handlers", "order_handlers.cancel"),
    ],
)
def test_a_pattern_covers_what_lies_below(pattern: str, module: str) -> None:
    assert covers(pattern, module)


def test_the_own_module_of_a_package_can_be_named_alone() -> None:
    assert covers("shop.__init__", "shop", "shop/__init__.py")


def test_a_context_is_captured() -> None:
    match = Pattern("shop.{context}.domain").match("shop.sales.domain.order", "x.py")

    assert match is not None
    assert match.context == "sales"


def test_a_path_glob_covers_files_below_a_folder() -> None:
    pattern = Pattern("services/*/core/**", Subject.PATHS)

    assert pattern.match("core.a", "services/pay/core/a.py")
    assert not pattern.match("core.a", "services/core/a.py")


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        ("shop.domain", "**.domain.order"),
        ("shop.domain.order", "shop.domain"),
        ("shop.*.domain.ports", "shop.*.domain"),
        ("shop.*.domain", "*.*.domain"),
        ("shop.domain", "shop.*.domain"),
    ],
)
def test_the_pattern_that_says_more_is_more_specific(stronger: str, weaker: str) -> None:
    assert Pattern(stronger).specificity > Pattern(weaker).specificity


@pytest.mark.parametrize(
    ("text", "subject", "module", "path", "root"),
    [
        ("shop.**.domain", Subject.MODULES, "shop.a.domain.x", "shop/a/domain/x.py", ""),
        ("src", Subject.PATHS, "shop.x", "src/shop/x.py", ""),
        ("shop.domain", Subject.MODULES, "shop.domain.a.x", "shop/domain/a/x.py", "shop.domain"),
        ("shop.domain", Subject.MODULES, "shop.domain", "shop/domain/__init__.py", "shop.domain"),
        ("shop.domain.**", Subject.MODULES, "shop.domain.x", "shop/domain/x.py", "shop.domain"),
        ("shop.*.core", Subject.MODULES, "shop.a.core.x", "shop/a/core/x.py", "shop.a.core"),
        ("src/shop/core", Subject.PATHS, "shop.core", "src/shop/core/__init__.py", "shop.core"),
        ("src/shop/core/**", Subject.PATHS, "shop.core.x", "src/shop/core/x.py", "shop.core"),
    ],
)
def test_the_root_of_a_module_is_what_the_pattern_names(
    text: str, subject: Subject, module: str, path: str, root: str
) -> None:
    assert Pattern(text, subject).root(module, path) == root


@pytest.mark.parametrize(
    ("text", "module", "member"),
    [
        ("shop.adapters", "shop.adapters", ""),
        ("shop.**.adapters", "shop.a.adapters.mail", ""),
        ("shop.adapters", "shop.adapters.mail.sender", "mail"),
        ("shop.adapters.**", "shop.adapters.mail.sender", "mail"),
        ("shop.{context}.adapters", "shop.a.adapters.mail", "mail"),
        ("shop.adapters.*", "shop.adapters.mail", "mail"),
    ],
)
def test_a_member_is_what_lies_just_below_a_pattern(text: str, module: str, member: str) -> None:
    assert Pattern(text).member(module, "") == member


def test_a_pattern_that_ends_in_a_star_names_the_parts_itself() -> None:
    assert Pattern("shop.adapters.*").member("shop.adapters.mail.sender", "") == "mail"


@pytest.mark.parametrize(
    ("text", "subject", "home"),
    [
        ("shop.{context}.domain", Subject.MODULES, ("shop", "orders")),
        ("**.{context}.domain", Subject.MODULES, ("shop", "orders")),
        ("src/shop/{context}/**", Subject.PATHS, ("src", "shop", "orders")),
    ],
)
def test_the_home_of_a_match_ends_with_the_context(
    text: str, subject: Subject, home: tuple[str, ...]
) -> None:
    match = Pattern(text, subject).match("shop.orders.domain.x", "src/shop/orders/domain/x.py")

    assert match is not None
    assert (match.home, match.context) == (home, "orders")


def test_a_pattern_that_names_nothing_has_no_members() -> None:
    assert Pattern("**").member("shop.domain", "shop/domain.py") == ""


def test_a_pattern_without_a_capture_has_no_home() -> None:
    match = Pattern("shop.domain").match("shop.domain.x", "shop/domain/x.py")

    assert match is not None
    assert (match.home, match.context) == ((), "")
