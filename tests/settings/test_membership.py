from pathlib import Path

from archlint.settings.loading import parse
from archlint.settings.membership import Placement, place_modules
from tests.settings.programs import modules


def placed(text: str, paths: str) -> Placement:
    return place_modules(parse(text, Path("archlint.toml"), {}), modules(paths))


def layer(name: str, *patterns: str, key: str = "modules") -> str:
    listed = ", ".join(f'"{pattern}"' for pattern in patterns)
    return f'[[layers]]\nname = "{name}"\n{key} = [{listed}]\n'


def test_layers_that_all_hold_modules_are_no_mistake() -> None:
    found = placed(
        layer("blue", "a.blue") + layer("green", "a/*.py", key="paths"), "a/blue.py a/x.py b.py"
    )

    assert {name: member.layer.name for name, member in found.memberships.items()} == {
        "a.blue": "blue",
        "a.x": "green",
    }
    assert found.mistakes == ()
    assert found.warnings == ()


def test_a_layer_without_modules_is_a_mistake_at_its_table() -> None:
    found = placed(layer("blue", "a") + layer("green", "b", "c.*"), "a/x.py")

    assert [str(mistake) for mistake in found.mistakes] == [
        "archlint.toml:4:1: the layer 'green' has no module: nothing is left for b, c.*"
    ]
    assert found.warnings == ()


def test_a_layer_whose_modules_all_belong_more_closely_elsewhere_is_empty() -> None:
    found = placed(layer("blue", "**.x") + layer("green", "a.x"), "a/x.py")

    assert [mistake.line for mistake in found.mistakes] == [1]


def test_one_pattern_of_several_that_matches_nothing_is_a_warning() -> None:
    found = placed(layer("blue", "a", "b.*", "c", "**.d"), "a/x.py q/d/x.py")

    assert found.mistakes == ()
    assert [str(warning) for warning in found.warnings] == [
        "archlint.toml:3:17: the pattern 'b.*' of the layer 'blue' matches nothing",
        "archlint.toml:3:24: the pattern 'c' of the layer 'blue' matches nothing",
    ]


def test_a_pattern_for_the_own_module_of_a_package_matches_it() -> None:
    found = placed(layer("blue", "a.__init__", "a.x"), "a/__init__.py a/x.py")

    assert found.warnings == ()


def test_a_tie_is_one_mistake_that_names_both_patterns() -> None:
    found = placed(layer("blue", "a.*") + layer("green", "*.x"), "a/x.py b/x.py a/y.py")

    (mistake,) = found.mistakes
    assert str(mistake) == (
        "archlint.toml:6:12: a.x matches '*.x' of 'green' as well as 'a.*' of 'blue' (line 3);"
        " make one of them more specific"
    )


def test_a_tie_is_told_once_for_many_modules() -> None:
    found = placed(layer("blue", "a") + layer("green", "a"), "a/x.py a/y.py")

    assert len(found.mistakes) == 1


FACES = """
[[layers]]
name = "domain"
modules = ["shop.{context}.domain"]
public = ["ids", "idds"]

[contexts]
public = ["events", "*.facades"]
"""


def test_public_names_that_modules_have_are_no_mistake() -> None:
    text = FACES.replace(', "idds"', "").replace(', "*.facades"', "")

    found = placed(text, "shop/a/domain/ids.py shop/a/events.py")

    assert found.warnings == ()


def test_public_names_that_no_module_has_are_told() -> None:
    found = placed(FACES, "shop/a/domain/ids.py shop/a/events.py")

    assert [str(warning) for warning in found.warnings] == [
        "archlint.toml:5:18: 'idds' is public of the layer 'domain', and no module is named so",
        "archlint.toml:8:21: '*.facades' is public of the contexts, and no module is named so",
    ]
