"""What installed packages say of themselves."""

from archlint.settings.installed import topics


def test_a_package_that_is_not_installed_says_nothing() -> None:
    assert topics("a_package_that_nobody_has") == ()


def test_a_package_says_at_most_three_things() -> None:
    told = topics("pytest")

    assert 0 < len(told) <= 3
    assert all(text.startswith(("Framework :: ", "Topic :: ")) for text in told)


def test_a_part_of_a_package_says_what_the_package_says() -> None:
    assert topics("pytest.mark") == topics("pytest")
