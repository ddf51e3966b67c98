"""The documentation says what is true: every command prints what its page shows."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from archlint.cli.verbs import SHORT_HELP, verbs
from docs.writing.stories import PAGES, PROJECT, BrokenStoryError, retold
from docs.writing.written import WRITTEN

VERBS = PROJECT / "docs" / "verbs"
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_a_command_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert retold(text, tmp_path) == text, "python -m docs.writing writes the page anew"


@pytest.mark.parametrize("path", WRITTEN)
def test_a_written_page_is_current(path: str) -> None:
    assert (PROJECT / path).read_text(encoding="utf-8") == WRITTEN[path]()


def test_every_verb_has_a_page_that_tells_its_options() -> None:
    silent = [
        " ".join(words)
        for words in commands()
        if f"$ {' '.join(words)} -h\n" not in (VERBS / f"{words[1]}.md").read_text(encoding="utf-8")
    ]

    assert silent == []


def test_no_page_tells_of_a_verb_that_is_not_there() -> None:
    assert {page.stem for page in VERBS.glob("*.md")} == set(SHORT_HELP)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_a_link_leads_to_a_file(page: Path) -> None:
    links = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_what_a_page_leaves_out_is_not_compared(tmp_path: Path) -> None:
    page = story("$ archlint rules\n...\nvalue-object-identity      warning  x\n")

    assert retold(page, tmp_path).splitlines()[3] == "..."
    assert len(retold(page, tmp_path / "..").splitlines()) == len(page.splitlines())


def test_a_page_that_says_no_folder_is_broken(tmp_path: Path) -> None:
    with pytest.raises(BrokenStoryError, match="in which folder"):
        retold("```console\n$ archlint check\n```\n", tmp_path)


def test_a_page_that_runs_something_else_is_broken(tmp_path: Path) -> None:
    with pytest.raises(BrokenStoryError, match="nobody knows how to run ls"):
        retold(story("$ ls\n"), tmp_path)


def test_a_change_that_does_not_apply_is_told(tmp_path: Path) -> None:
    page = story("") + "```diff\n--- a/no.py\n+++ b/no.py\n@@ -1 +1 @@\n-a\n+b\n```\n"

    with pytest.raises(BrokenStoryError, match=r"no\.py"):
        retold(page, tmp_path)


def story(commands: str) -> str:
    return f"<!-- in a copy of examples/shop -->\n```console\n{commands}```\n"


def commands() -> Iterator[list[str]]:
    context = click.Context(verbs)
    for name in SHORT_HELP:
        verb = verbs.get_command(context, name)
        yield ["archlint", name]
        if isinstance(verb, click.Group):
            yield from (["archlint", name, below] for below in verb.list_commands(context))
