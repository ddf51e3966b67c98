from pathlib import Path

import pytest

from archlint.model.architecture.contexts import USUAL_FACE, Contexts
from archlint.model.architecture.faces import Face
from archlint.settings.loading import parse
from archlint.settings.mistakes import SettingsError

FILE = Path("archlint.toml")
LAYER = '[[layers]]\nname = "domain"\nmodules = ["shop.{context}.domain"]\n'


def read(text: str) -> Contexts:
    return parse(text, FILE, {}).architecture.contexts


def told(text: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        parse(text, FILE, {})
    return [str(mistake).removeprefix("archlint.toml:") for mistake in caught.value.mistakes]


def test_contexts_are_free_until_they_are_said_to_be_independent() -> None:
    assert read(LAYER) == Contexts(independent=False, face=USUAL_FACE)
    assert read(LAYER + "[contexts]\n") == Contexts(independent=False, face=USUAL_FACE)


def test_a_list_of_public_names_replaces_the_usual_ones() -> None:
    text = LAYER + '[contexts]\nindependent = true\npublic = ["events", "*.dto"]\n'

    assert read(text) == Contexts(independent=True, face=Face(("events", "*.dto")))


def test_an_empty_list_leaves_the_face_alone() -> None:
    assert read(LAYER + "[contexts]\nindependent = true\npublic = []\n").face == Face(())


def test_contexts_that_no_layer_tells_apart_are_a_mistake() -> None:
    (mistake,) = told("[contexts]\nindependent = true\n")

    assert mistake.startswith("2:15: which context a module lies in is told by {context} in")


def test_a_path_may_tell_contexts_apart() -> None:
    text = '[[layers]]\nname = "domain"\npaths = ["services/{context}/core/**"]\n'

    assert read(text + "[contexts]\nindependent = true\n").independent


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ('"events/x.py"', "'events/x.py' is a path, not a dotted module name"),
        (
            '"{context}.api"',
            "'{context}.api' is counted from what it belongs to, and has no {context}",
        ),
        ('" "', "this pattern is empty"),
        ("3", "3 in public is not a text"),
    ],
)
def test_a_public_name_is_a_pattern(given: str, fault: str) -> None:
    (mistake,) = told(f"{LAYER}[contexts]\npublic = [{given}]\n")

    assert mistake.startswith(f"5:11: {fault}")


def test_an_unknown_key_is_told_with_the_nearest_one() -> None:
    assert told(f"{LAYER}[contexts]\nindependant = true\n") == [
        "5:1: unknown key 'independant'; did you mean 'independent'?"
    ]


def test_a_layer_may_be_closed_and_name_its_libraries() -> None:
    text = f'{LAYER}closed = true\nallowed-libraries = ["attrs"]\n'

    (layer,) = parse(text, FILE, {}).architecture.layers

    assert layer.closed
    assert layer.allowed_libraries == ("attrs",)


def test_a_layer_of_which_nothing_is_said_is_open() -> None:
    (layer,) = parse(LAYER, FILE, {}).architecture.layers

    assert not layer.closed
    assert layer.allowed_libraries is None
    assert layer.takes_baseline


def test_a_layer_may_keep_its_findings_out_of_the_baseline() -> None:
    (layer,) = parse(f"{LAYER}baseline = false\n", FILE, {}).architecture.layers

    assert not layer.takes_baseline


def test_no_library_at_all_is_something_to_say() -> None:
    (layer,) = parse(f"{LAYER}allowed-libraries = []\n", FILE, {}).architecture.layers

    assert layer.allowed_libraries == ()


def test_a_layer_may_have_a_face() -> None:
    (layer,) = parse(f'{LAYER}public = ["api"]\n', FILE, {}).architecture.layers

    assert layer.face == Face(("api",))


def test_a_layer_of_which_nothing_is_said_shows_everything() -> None:
    (layer,) = parse(LAYER, FILE, {}).architecture.layers

    assert layer.face is None
