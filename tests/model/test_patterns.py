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
