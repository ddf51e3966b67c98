"""What shells offer: asked as click's scripts ask, and in the shells themselves."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from archlint import rulebook
from archlint.cli.verbs import SHORT_HELP
from archlint.reports import FORMATS
from tests.own.writing import project

ZSH = """\
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'PS1=; autoload -U compinit; compinit -u -D'
zpty -w z 'eval "$(_ARCHLINT_COMPLETE=zsh_source archlint)"; print -r READ''Y'
zpty -r z told '*READY*'
zpty -w -n z '{words}'$'\\t'
zpty -r z told '*{whole}*'
print -r -- "$told"
zpty -d z
"""
BASH = """\
eval "$(_ARCHLINT_COMPLETE=bash_source archlint)"
COMP_WORDS=({words}) COMP_CWORD={number}
_archlint_completion archlint 2>/dev/null
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
HEAVY = ("grimp", "importlinter", "libcst", "rich", "tomlkit")


def environment(**more: str) -> dict[str, str]:
    programs = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **more}


def asked(*command: str, **more: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command, and shells
        command, env=environment(**more), capture_output=True, check=False, text=True, timeout=120
    )
    return done.stdout + done.stderr


def offered(words: str) -> list[str]:
    """Return what is offered for the last of some words, which may be empty."""
    number = len(words.split(" ")) - 1
    told = asked(
        *(sys.executable, "-m", "archlint"),
        PYTHONPATH=str(Path(__file__).parents[2]),
        _ARCHLINT_COMPLETE="bash_complete",
        COMP_WORDS=words,
        COMP_CWORD=str(number),
    )
    return [line.partition(",")[2] for line in told.splitlines()]


def has(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


def test_verbs_are_offered() -> None:
    assert offered("archlint ") == list(SHORT_HELP)


def test_files_are_offered_where_no_verb_is_meant() -> None:
    assert offered("archlint shop/d") == ["shop/d"]


def test_options_of_check_are_offered_without_its_name() -> None:
    assert offered("archlint --se") == ["--select"]


@pytest.mark.parametrize(
    "before", ["archlint --select", "archlint check --ignore", "archlint baseline create --select"]
)
def test_rules_are_offered(before: str) -> None:
    assert offered(f"{before} ") == [page.name for page in rulebook.pages()]


def test_a_further_rule_is_offered_behind_a_comma() -> None:
    assert offered("archlint --select import-cycle,outward-imp") == ["import-cycle,outward-import"]


def test_a_rule_is_offered_to_be_explained() -> None:
    assert offered("archlint explain outward-imp") == ["outward-import"]


def test_own_rules_are_offered_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project(tmp_path))

    assert offered("archlint --select blue") == ["blue-name"]


def test_own_rules_that_cannot_be_had_disturb_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project(tmp_path, ours_py="print('hello')\n1 / 0\n"))

    assert offered("archlint --select outward-imp") == ["outward-import"]


def test_formats_are_offered() -> None:
    assert offered("archlint --output-format ") == list(FORMATS)


def test_formats_of_files_are_offered() -> None:
    assert offered("archlint --output js") == ["json=", "json-lines="]


def test_nothing_heavy_is_loaded_to_complete() -> None:
    program = (
        "import sys; from archlint.cli.main import main\n"
        "try: main()\n"
        f"finally: print('loaded', [name for name in {HEAVY} if name in sys.modules])"
    )

    told = asked(
        *(sys.executable, "-c", program),
        _ARCHLINT_COMPLETE="zsh_complete",
        COMP_WORDS="archlint --select out",
        COMP_CWORD="2",
    )

    assert told.splitlines()[-1] == "loaded []"


@has("bash")
def test_bash_completes() -> None:
    script = BASH.format(words="archlint --select outward-imp", number=2)

    assert asked("bash", "--norc", "-c", script).splitlines() == ["outward-import"]


@has("fish")
def test_fish_completes_with_titles(tmp_path: Path) -> None:
    script = (
        "_ARCHLINT_COMPLETE=fish_source archlint | source;"
        'complete -C "archlint --select outward-imp"'
    )

    told = asked("fish", "--no-config", "-c", script, HOME=str(tmp_path))

    assert told == "outward-import\tan inner layer imports an outer one\n"


@has("zsh")
def test_zsh_completes(tmp_path: Path) -> None:
    script = ZSH.format(words="archlint explain outward-imp", whole="explain outward-import")

    told = asked("zsh", "-f", "-c", script, HOME=str(tmp_path))

    assert "archlint explain outward-import" in told
