"""The modules of root packages are those that grimp finds."""

import pytest

from archlint.contracts.packages import Packages, RootError, find_packages
from archlint.sources.memory import Memory


def packages(
    *paths: str, names: tuple[str, ...] = ("green",), roots: tuple[str, ...] = ("",)
) -> Packages:
    return find_packages(Memory(dict.fromkeys(paths, "")), names, roots)


def test_a_folder_without_init_inside_a_package_is_passed_over() -> None:
    found = packages("green/__init__.py", "green/one/two.py", "green/one/six/__init__.py")

    assert set(found.modules) == {"green"}


def test_files_that_cannot_be_imported_by_name_are_passed_over() -> None:
    found = packages("green/__init__.py", "green/a.b.py", "green/.one.py", "green/1x/__init__.py")

    assert set(found.modules) == {"green"}


def test_a_script_whose_name_is_no_identifier_counts_as_it_does_for_grimp() -> None:
    assert "green.run-it" in packages("green/__init__.py", "green/run-it.py").modules


def test_a_namespace_package_counts_with_the_folders_in_it() -> None:
    found = packages("green/one/two/__init__.py", "green/six.py")

    assert set(found.modules) == {"green.one.two", "green.six"}
    assert found.namespaces == {"green", "green.one"}


def test_a_package_is_found_below_its_source_root() -> None:
    found = packages("src/green/__init__.py", roots=("", "src"))

    assert found.modules["green"].path == "src/green/__init__.py"


def test_a_regular_package_hides_a_mere_folder_of_its_name() -> None:
    found = packages("green/make.py", "src/green/__init__.py", roots=("", "src"))

    assert set(found.modules) == {"green"}


def test_the_folders_of_a_namespace_package_are_one_package() -> None:
    found = packages("a/green/one.py", "b/green/two.py", roots=("a", "b"))

    assert set(found.modules) == {"green.one", "green.two"}


def test_a_part_of_a_namespace_package_is_a_root_package() -> None:
    found = packages("green/one/__init__.py", "green/two.py", names=("green.one",))

    assert set(found.modules) == {"green.one"}
    assert found.namespaces == frozenset()


def test_a_module_hides_the_package_of_its_name() -> None:
    found = packages("green/__init__.py", "green/one.py", "green/one/__init__.py")

    assert found.modules["green.one"].path == "green/one.py"


@pytest.mark.parametrize("name", ["blue", "green.one", "green.__init__"])
def test_what_is_no_root_package_is_told(name: str) -> None:
    with pytest.raises(RootError, match=name):
        packages("green/__init__.py", "green/one/__init__.py", names=(name,))
