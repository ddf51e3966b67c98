"""What docs/ci.md offers can be copied; `python -m tests.integrations` asks other tools."""

import ast
import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from archlint import __version__
from archlint.cli.check import check
from archlint.reports import FORMATS
from tests.ci_page import PAGE, Snippet, snippets

PROJECT = PAGE.parents[1]
READERS = {
    "yaml": yaml.safe_load,
    "ini": lambda text: ConfigParser().read_string(text),
    "python": ast.parse,
    "toml": tomllib.loads,
}
CALL = re.compile(r"archlint check([^\n`]*)")
OUTPUT = re.compile(r"--output ([a-z-]+)=")


@pytest.mark.parametrize("snippet", list(snippets()), ids=lambda snippet: snippet.file)
def test_a_snippet_names_its_file_and_can_be_read(snippet: Snippet) -> None:
    assert re.fullmatch(r"[\w./-]+", snippet.file)
    READERS[snippet.language](snippet.text)


def test_every_option_that_the_page_names_is_one() -> None:
    known = {word for parameter in check.params for word in parameter.opts}

    text = PAGE.read_text(encoding="utf-8")
    called = {word for call in CALL.findall(text) for word in re.findall(r"--[\w-]+", call)}
    assert "--since" in called
    assert called <= known
    assert {*OUTPUT.findall(text)} <= {*FORMATS}


def test_the_page_tells_of_this_version() -> None:
    told = re.findall(r"(?:rev: v|archlint@v)([\d.]+)", PAGE.read_text(encoding="utf-8"))

    assert {*told} == {__version__}


def test_the_page_tells_of_the_actions_that_ours_uses() -> None:
    used = r"uses: (actions/[\w-]+)@(v\d+)"

    own = dict(re.findall(used, (PROJECT / "action.yml").read_text(encoding="utf-8")))
    told = dict(re.findall(used, PAGE.read_text(encoding="utf-8")))
    assert own.items() <= told.items()


def test_the_hook_that_the_page_names_is_there() -> None:
    hooks = yaml.safe_load(Path(PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    named = {
        hook["id"]
        for snippet in snippets()
        if snippet.file == ".pre-commit-config.yaml"
        for repository in yaml.safe_load(snippet.text)["repos"]
        for hook in repository["hooks"]
    }
    assert named == {hook["id"] for hook in hooks}
