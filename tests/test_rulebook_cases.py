"""The reader of examples, which every page relies on."""

import pytest

from tests.rulebook_cases import BrokenExampleError, Console, Example, examples, headings

FENCE = "```"


def only(text: str) -> Example:
    (example,) = examples(text)
    return example


def test_a_heading_without_fences_is_no_example() -> None:
    assert list(examples("## Breaks\n\n### Words\n\nOnly words.\n")) == []


def test_a_fence_outside_an_example_is_prose() -> None:
    text = f"## How to fix it\n\n{FENCE}toml\na = 1\n{FENCE}\n"

    assert list(examples(text)) == []


def test_a_heading_inside_a_fence_is_code() -> None:
    text = f"## Breaks\n\n### One\n\n`a.py`\n\n{FENCE}python\n### two\n{FENCE}\n"

    assert only(text).files == {"a.py": "### two\n"}
    assert headings(text) == ["Breaks"]


def test_a_mark_is_taken_off_and_remembered() -> None:
    example = only(f"### One\n`a/b.py`:\n{FENCE}python\nx = 1\nimport y  # error\n{FENCE}\n")

    assert example.files == {"a/b.py": "x = 1\nimport y\n"}
    assert example.marks == {("a/b.py", 2)}


def test_an_example_without_settings_is_of_the_clean_style() -> None:
    example = only(f"### One\n`a.py`\n{FENCE}\n{FENCE}\n")

    assert example.settings == 'style = "clean"\n'


def test_settings_are_a_file_like_any_other() -> None:
    text = (
        f'### One\n`archlint.toml`\n{FENCE}toml\nstyle = "ddd"  # error\n{FENCE}\n'
        f"`a.py`\n{FENCE}\n{FENCE}\n"
    )

    example = only(text)

    assert example.settings == 'style = "ddd"\n'
    assert example.marks == {("archlint.toml", 1)}


def test_a_console_names_its_format_and_keeps_every_byte() -> None:
    text = (
        f"### One\n`a.py`\n{FENCE}\n{FENCE}\n"
        f"{FENCE}console\n$ archlint check --output-format concise\none\n\n  two\n{FENCE}\n"
    )

    assert only(text).consoles == (Console("concise", "one\n\n  two\n"),)


def test_examples_know_their_section() -> None:
    one = f"### One\n`a.py`\n{FENCE}\n{FENCE}\n"

    found = list(examples(f"## Breaks\n{one}## Keeps\n{one}{one}"))

    assert [example.section for example in found] == ["Breaks", "Keeps", "Keeps"]


@pytest.mark.parametrize(
    "text",
    [
        f"### No path\n{FENCE}\n{FENCE}\n",
        f"### Path is not next to it\n`a.py`\nwords\n{FENCE}\n{FENCE}\n",
        f"### Twice\n`a.py`\n{FENCE}\n{FENCE}\n`a.py`\n{FENCE}\n{FENCE}\n",
        f"### Never closed\n`a.py`\n{FENCE}\n",
        f"### No command\n`a.py`\n{FENCE}\n{FENCE}\n{FENCE}console\n$ ls\n{FENCE}\n",
    ],
)
def test_an_example_that_cannot_be_understood_is_refused(text: str) -> None:
    with pytest.raises(BrokenExampleError):
        list(examples(text))
