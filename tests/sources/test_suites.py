"""How files of tests are read."""

from textwrap import dedent

from archlint.model.facts.suites import Kind, Manner, Mention, Routine, Suite
from archlint.sources.skim.suites import read_suite


def suite(text: str) -> Suite:
    return read_suite(dedent(text).encode())


def routine(text: str) -> Routine:
    return suite(text).routines[-1]


def chains(text: str) -> list[tuple[str, Manner]]:
    return [(found.chain, found.manner) for found in routine(text).mentions]


def test_names_that_no_import_binds_are_no_mentions() -> None:
    assert chains("def test_red():\n    blue = paint()\n    assert blue.ok\n") == []


def test_a_parameter_hides_an_import_of_its_name() -> None:
    assert chains("from a import blue\ndef test_red(blue):\n    blue.paint()\n") == []


def test_a_helper_is_no_test() -> None:
    assert routine("def paint(): ...\n").kind is Kind.OTHER


def test_a_text_that_is_not_patched_is_no_mention() -> None:
    assert chains('def test_red():\n    print("a.b.c")\n    {}.setdefault("a.b")\n') == []


def test_a_sentence_is_no_name_to_be_patched() -> None:
    assert chains('def test_red():\n    patch("a b.c")\n') == []


def test_a_test_speaks_of_what_it_names_and_calls() -> None:
    text = "import a\nfrom b import C, d\ndef test_red():\n    a.x.y(C)\n    return d\n"

    found = chains(text)

    assert found == [("a.x.y", Manner.CALLS), ("C", Manner.NAMES), ("d", Manner.NAMES)]


def test_what_is_nested_belongs_to_the_test() -> None:
    text = "import a\ndef test_red():\n    def inner():\n        with a.b() as c: ...\n"

    assert chains(text) == [("a.b", Manner.CALLS)]


def test_whatever_patches_by_name_is_told_with_its_place() -> None:
    found = routine('@patch("a.b")\ndef test_red(mocker):\n    mocker.patch.dict("c.d", {})\n')

    assert found.mentions == (
        Mention("a.b", 1, 7, Manner.PATCHES),
        Mention("c.d", 3, 22, Manner.PATCHES),
    )


def test_monkeypatch_patches_by_name_too() -> None:
    text = 'def test_red(monkeypatch):\n    monkeypatch.setattr("a.b", 1)\n'

    assert chains(text) == [("a.b", Manner.PATCHES)]


def test_columns_count_characters() -> None:
    (found,) = routine('import a\ndef test_red():\n    "ü"; a.b()\n').mentions

    assert found.column == 9


def test_a_fixture_has_the_name_that_tests_ask_for() -> None:
    text = '@pytest.fixture(name="blue", autouse=True)\ndef make(red): ...\n'

    found = routine(text)

    assert (found.name, found.kind, found.asked) == ("blue", Kind.FIXTURE, ("red",))
    assert found.is_autouse


def test_a_fixture_of_another_library_is_one_too() -> None:
    assert routine("@pytest_asyncio.fixture\nasync def blue(): ...\n").kind is Kind.FIXTURE


def test_a_test_asks_by_parameters_and_by_marks() -> None:
    text = '@pytest.mark.usefixtures("blue")\ndef test_red(green): ...\n'

    assert routine(text).asked == ("green", "blue")


def test_marks_of_the_file_and_of_the_class_are_those_of_the_test() -> None:
    text = """
        pytestmark = [pytest.mark.slow, mark.usefixtures("blue")]

        @pytest.mark.integration
        class TestRed:
            pytestmark = pytest.mark.odd

            @pytest.mark.django_db(transaction=True)
            def test_green(self): ...
    """

    found = suite(text)

    assert found.markers == ("slow", "usefixtures")
    (test,) = found.tests
    assert set(test.markers) == {"django_db", "integration", "odd", "slow", "usefixtures"}
    assert test.name == "TestRed.test_green"
    assert "blue" in test.asked


def test_the_bases_of_a_class_are_mentioned_by_the_class() -> None:
    found = suite("from a import Base\nclass TestRed(Base):\n    x = 1\n").routines[-1]

    assert (found.name, [each.chain for each in found.mentions]) == ("TestRed", ["Base"])


def test_the_last_fixture_of_a_name_counts() -> None:
    text = "@fixture\ndef blue(a): ...\n@fixture\ndef blue(b): ...\n"

    found = suite(text).fixture("blue")

    assert found is not None
    assert found.asked == ("b",)
