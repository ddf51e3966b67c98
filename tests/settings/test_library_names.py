from pathlib import Path

import pytest

from archlint.settings.library_names import unheard_of
from archlint.settings.loading import parse
from archlint.settings.mistakes import SettingsError

LAYER = '[[layers]]\nname = "domain"\nmodules = ["shop.domain"]\n'


def warned(text: str, *imported: str, folder: str = "/nowhere") -> list[str]:
    settings = parse(text, Path(folder, "archlint.toml"), {})
    warnings = unheard_of(settings, imported)
    return [str(each).removeprefix(f"{folder}/archlint.toml:") for each in warnings]


def allowing(*names: str) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return f"{LAYER}allowed-libraries = [{listed}]\n"


def test_what_the_catalog_knows_is_no_mistake() -> None:
    names = ("attrs", "Pillow", "PIL", "python-dateutil", "django.utils", "sqlite3", "SQLAlchemy")

    assert warned(allowing(*names)) == []


def test_what_the_program_imports_is_no_mistake() -> None:
    assert warned(allowing("acme.blue", "acme"), "acme.blue.Thing") == []


def test_what_is_installed_beside_archlint_is_no_mistake() -> None:
    assert warned(allowing("iniconfig", "Pluggy")) == []


def test_what_is_installed_in_the_environment_of_the_project_is_no_mistake(tmp_path: Path) -> None:
    site = tmp_path / ".venv" / "lib" / "python3.11" / "site-packages"
    (site / "acme").mkdir(parents=True)
    (site / "blue_thing-1.0.dist-info").mkdir()

    assert warned(allowing("acme", "blue-thing"), folder=str(tmp_path)) == []


def test_kinds_of_the_catalog_are_names_too() -> None:
    assert warned('[libraries]\norm = "warn"\ngoogle.cloud = "allow"\n') == []


def test_a_misspelt_name_in_a_list_is_told_with_the_nearest_one() -> None:
    (warning,) = warned(allowing("attrs", "pydantyc"))

    assert warning == (
        "4:31: no library 'pydantyc' is imported or installed, nor is it in the catalog; "
        "did you mean 'pydantic'?"
    )


def test_a_misspelt_name_among_the_libraries_is_told_at_its_key() -> None:
    (warning,) = warned('[libraries]\norm = "warn"\nquueue = "deny"\n')

    assert warning == (
        "3:1: no library 'quueue' is imported or installed, nor is it in the catalog; "
        "did you mean 'queue'?"
    )


def test_a_name_unlike_any_other_is_told_alone() -> None:
    assert warned(allowing("xyzzyplugh")) == [
        "4:22: no library 'xyzzyplugh' is imported or installed, nor is it in the catalog"
    ]


@pytest.mark.parametrize("name", ["attrs>=22", "a/b", "", "3", ".x"])
def test_a_requirement_is_no_name(name: str) -> None:
    with pytest.raises(SettingsError, match=r"4:22: .* is no name of a library, such as attrs"):
        parse(allowing(name), Path("archlint.toml"), {})
