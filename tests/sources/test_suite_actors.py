"""What a file of tests says of its own classes, and of whom its mocks look like."""

from textwrap import dedent

from archlint.model.facts.suites import Actor
from archlint.sources.skim.suites import read_suite


def actors(text: str) -> tuple[Actor, ...]:
    return read_suite(dedent(text).encode()).actors


def copied(text: str) -> tuple[str, ...]:
    return read_suite(dedent(text).encode()).copied


def test_a_mock_of_nothing_looks_like_nobody() -> None:
    assert copied("blue = Mock()\nred = AsyncMock(return_value=green)\n") == ()


def test_what_is_no_mock_has_no_model() -> None:
    assert copied("paint(Blue)\nobject(Blue)\nmonkeypatch.setenv(Blue)\n") == ()


def test_a_class_of_tests_has_bases_and_methods() -> None:
    found = actors("class Blue(a.Red, Green[int], metaclass=ABCMeta):\n    def paint(self): ...\n")

    assert found == (Actor("Blue", ("a.Red", "Green"), ("paint",)),)


def test_a_class_in_a_function_counts() -> None:
    (found,) = actors("def test_red():\n    class Blue:\n        async def paint(self): ...\n")

    assert found.methods == ("paint",)


def test_a_mock_stands_for_a_method() -> None:
    (found,) = actors("class Blue:\n    paint = AsyncMock()\n    x, y = 1, 2\n")

    assert found.methods == ("paint",)


def test_mocks_look_like_their_spec() -> None:
    text = "Mock(spec=a.Blue)\nMagicMock(Red)\ncreate_autospec(Green)\nmocker.stub(name=Grey)\n"

    assert copied(text) == ("a.Blue", "Red", "Green")


def test_what_is_patched_as_an_object_has_a_double() -> None:
    text = 'patch.object(Blue, "paint")\nmonkeypatch.setattr(Red, "paint", None)\n'

    assert copied(text) == ("Blue", "Red")
