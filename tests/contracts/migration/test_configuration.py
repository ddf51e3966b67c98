"""Configurations are found, and what is broken in them is told with its line."""

import pytest

from archlint.contracts.migration.configuration import BrokenConfigurationError, Peer, find
from tests.contracts.migration.saying import configuration, project, taken_over


def test_a_folder_without_configurations_has_none() -> None:
    files = {"pyproject.toml": "[tool.black]\n", "setup.cfg": "[metadata]\nname = shop\n"}

    assert list(find(files.get)) == []


def test_a_broken_file_that_says_nothing_of_import_linter_is_none_of_its() -> None:
    assert list(find({"setup.cfg": "[metadata\n"}.get)) == []


def test_each_tool_is_found_where_it_looks_itself() -> None:
    files = {
        "pyproject.toml": "[tool.importlinter]\nroot_package = 'shop'\n",
        "tach.toml": "modules = []\n",
        "deply.yaml": "deply:\n  layers: []\n",
    }

    assert [(x.peer, x.file) for x in find(files.get)] == [
        (Peer.IMPORT_LINTER, "pyproject.toml"),
        (Peer.TACH, "tach.toml"),
        (Peer.DEPLY, "deply.yaml"),
    ]


def test_a_file_of_its_own_counts_over_the_shared_one() -> None:
    files = {"pyproject.toml": "[tool.importlinter]\na = 'b'\n", ".importlinter": "[importlinter]"}

    assert [x.file for x in find(files.get)] == [".importlinter"]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("tach.toml", "modules = [\n", "tach.toml:2:1: "),
        ("deply.yaml", "layers:\n  - name: [\n", "deply.yaml:3:1: "),
        ("deply.yaml", "- a list\n", "deply.yaml:1:1: is not a mapping of keys to values"),
        ("pyproject.toml", "[tool]\ntach = 3 # tool.tach\n", "pyproject.toml:2:5: "),
    ],
)
def test_a_broken_file_is_told_with_its_line(file: str, text: str, message: str) -> None:
    with pytest.raises(BrokenConfigurationError) as caught:
        configuration(file, text)

    assert str(caught.value).startswith(message[:-3])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('modules = "shop"\n', "tach.toml:1:1: modules is not a list of tables"),
        ('[[modules]]\npath = "a"\n\n[[modules]]\n', "tach.toml:4:1: module 2 has no path"),
        (
            '[[modules]]\npath = "a"\ndepends_on = "b"\n',
            "tach.toml:1:1: module a: depends_on is not a list",
        ),
        (
            'layers = ["ui"]\n[[modules]]\npath = "a"\nlayer = "core"\n',
            "tach.toml:4:1: module a has the layer 'core', which there is not",
        ),
        (
            '[[interfaces]]\nexpose = ["("]\n',
            "tach.toml:2:1: '(' is no regular expression: missing ), unterminated subpattern",
        ),
    ],
)
def test_what_tach_could_not_read_is_told(text: str, message: str) -> None:
    with pytest.raises(BrokenConfigurationError) as caught:
        taken_over("tach.toml", text, project("a.py"))

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("layers: []\n", "deply.yaml:1:1: there are no layers"),
        ("layers:\n  - collectors: []\n", "deply.yaml:2:1: layer 1 has no name"),
        (
            "layers:\n  - name: core\n    collectors: all\n",
            "deply.yaml:2:1: the collectors of layer core are no list of mappings",
        ),
        (
            "layers:\n  - name: core\n    collectors: []\nruleset:\n  core: [x]\n",
            "deply.yaml:5:1: the rules of core are not a mapping",
        ),
    ],
)
def test_what_deply_could_not_read_is_told(text: str, message: str) -> None:
    with pytest.raises(BrokenConfigurationError) as caught:
        taken_over("deply.yaml", text, project("a.py"))

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[importlinter]\nroot_package = shop\n", 1),
        ("[importlinter\n", 1),
    ],
)
def test_what_import_linter_could_not_read_is_told(text: str, line: int) -> None:
    with pytest.raises(BrokenConfigurationError) as caught:
        taken_over(".importlinter", text, project("shop/a.py"))

    assert str(caught.value).startswith(f".importlinter:{line}:1: the contracts cannot be read: ")
    assert "\n" not in str(caught.value)
