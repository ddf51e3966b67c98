"""`archlint show`, from its arguments to what it prints."""

import json
from pathlib import Path

import pytest

from tests.cli.running import SETTINGS, run, write

pytestmark = pytest.mark.usefixtures("broken")
Capture = pytest.CaptureFixture[str]
QUESTIONS = [
    ("layers",),
    ("module", "shop.domain.cart"),
    ("imports", "domain", "adapters"),
    ("unassigned",),
    ("unused",),
]


def test_the_layers_come_innermost_first(capsys: Capture) -> None:
    shown = run(capsys, "show", "layers")

    assert (shown.status, shown.err) == (0, "")
    assert shown.out == (
        "ring 0  domain    domain    2 modules\n"
        "    modules  shop.domain\n"
        "ring 1  adapters  adapters  1 module\n"
        "    modules  shop.adapters\n"
    )


def test_what_is_special_about_a_layer_is_told(broken: Path, capsys: Capture) -> None:
    special = 'independent = true\nclosed = true\nallowed-libraries = []\nbecause = "ADR 7"\n'
    write(broken, {"archlint.toml": SETTINGS + special, "shop/tools.py": "x = 1\n"})

    shown = run(capsys, "show", "layers")

    assert shown.out.endswith(
        "ring 1  adapters  adapters  1 module   independent, closed\n"
        "    modules  shop.adapters\n"
        "    may use  the standard library\n"
        "    because  ADR 7\n"
        "in no layer: 1 module\n"
    )


def test_what_was_assumed_is_told_on_standard_error(capsys: Capture) -> None:
    shown = run(capsys, "show", "layers", "--isolated")

    assert shown.status == 0
    assert "assumed style" in shown.err


def test_a_module_is_told_with_its_place_and_its_imports(capsys: Capture) -> None:
    shown = run(capsys, "show", "module", "shop.domain.cart")

    assert shown.out == (
        "module  shop.domain.cart\n"
        "path    shop/domain/cart.py\n"
        "layer   domain (ring 0, role domain), by the pattern shop.domain\n"
        "imports\n"
        "    shop/domain/cart.py:1  outward  adapters  shop.adapters.db (Session)\n"
        "imported by: none\n"
        "classes: none\n"
        "handlers: none\n"
    )


def test_a_module_of_no_layer_says_so(broken: Path, capsys: Capture) -> None:
    write(broken, {"shop/tools.py": "x = 1\n"})

    shown = run(capsys, "show", "module", "shop/tools.py")

    assert "layer   none: no pattern covers it\n" in shown.out


def test_an_unknown_module_comes_with_the_nearest_names(capsys: Capture) -> None:
    refused = run(capsys, "show", "module", "shop.domain.carts")

    assert (refused.status, refused.out) == (2, "")
    assert refused.err.startswith(
        "no module is named shop.domain.carts; did you mean shop.domain.cart"
    )


def test_imports_are_told_with_their_places(capsys: Capture) -> None:
    shown = run(capsys, "show", "imports", "domain", "shop.adapters")

    assert shown.out == (
        "shop/domain/cart.py:1  outward  shop.domain.cart  shop.adapters.db (Session)\n"
        "1 import of the package shop.adapters (1 module) in the layer domain (2 modules)\n"
    )


def test_the_shortest_chain_is_told_where_there_is_no_import(broken: Path, capsys: Capture) -> None:
    chain = {
        "shop/domain/cart.py": "import shop.tools\n",
        "shop/tools.py": "import shop.adapters.db\n",
    }
    write(broken, chain)

    shown = run(capsys, "show", "imports", "domain", "adapters")

    assert shown.out == (
        "no import of the layer adapters (1 module) in the layer domain (2 modules); "
        "the shortest chain:\n"
        "shop/domain/cart.py:1  unlayered  shop.domain.cart  shop.tools\n"
        "shop/tools.py:1        unlayered  shop.tools        shop.adapters.db\n"
    )


def test_no_import_and_no_chain_is_an_answer_too(capsys: Capture) -> None:
    shown = run(capsys, "show", "imports", "shop.adapters", "shop.domain.cart")

    assert shown.status == 0
    assert shown.out.endswith(", and no chain of imports\n")


def test_an_unknown_name_is_refused(capsys: Capture) -> None:
    refused = run(capsys, "show", "imports", "domain", "adaptors")

    assert refused.status == 2
    assert "is named adaptors; did you mean adapters" in refused.err


def test_folders_in_no_layer_are_told_with_the_share(broken: Path, capsys: Capture) -> None:
    write(broken, {"shop/__init__.py": "", "shop/tools.py": "x = 1\n", "shop/a/b.py": "x = 1\n"})
    write(broken, {"shop/a/c.py": "x = 1\n", "shop/domain/cart.py": "import shop.a.b\n"})

    shown = run(capsys, "show", "unassigned")

    assert shown.out == (
        "shop/a/        2 modules  imported by 1 layered module\n"
        "shop/tools.py  1 module\n"
        "50 % of modules in a layer: 3 of 6 modules\n"
    )


def test_settings_without_use_are_told_with_their_place(broken: Path, capsys: Capture) -> None:
    write(broken, {"archlint.toml": SETTINGS + '[libraries]\nredis = "deny"\n'})

    shown = run(capsys, "show", "unused")

    assert shown.out == (
        "library  redis  no module of the core imports it  archlint.toml:12\n"
        "1 of the settings unused, 0 permitted directions without an import\n"
    )


def test_an_allowance_is_measured_by_what_is_found(broken: Path, capsys: Capture) -> None:
    needed = '[[allowances]]\nrule = "outward-import"\nfrom = "shop.domain"\nbecause = "so"\n'
    idle = needed.replace("shop.domain", "shop.core")
    write(broken, {"archlint.toml": SETTINGS + needed + idle})

    shown = run(capsys, "show", "unused", "--output-format", "json")

    (unused,) = json.loads(shown.out)["unused"]
    assert unused == {
        "kind": "allowance",
        "what": "outward-import from shop.core",
        "why": "no finding needs it",
        "path": "archlint.toml",
        "line": 15,
    }


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_told_to_programs_too(question: tuple[str, ...], capsys: Capture) -> None:
    shown = run(capsys, "show", *question, "--output-format", "json")

    answer = json.loads(shown.out)
    assert (answer["schema"], answer["show"]) == ("archlint/show@1", question[0])


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_project_elsewhere_is_asked_by_its_path(
    question: tuple[str, ...],
    broken: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    here = run(capsys, "show", *question)
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    elsewhere = run(capsys, "show", *question, str(broken))

    assert elsewhere == here


@pytest.mark.parametrize("question", QUESTIONS)
def test_wrong_settings_are_told_by_their_place(
    question: tuple[str, ...], broken: Path, capsys: Capture
) -> None:
    write(broken, {"archlint.toml": "[[layers"})

    refused = run(capsys, "show", *question)

    assert refused.status == 2
    assert refused.err.startswith("archlint.toml:1:")


def test_an_empty_folder_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))

    refused = run(capsys, "show", "layers")

    assert refused.status == 2
    assert "no Python module found" in refused.err


def test_a_file_that_cannot_be_parsed_is_a_module_still(broken: Path, capsys: Capture) -> None:
    write(broken, {"shop/domain/odd.py": "def (:\n"})

    shown = run(capsys, "show", "module", "shop.domain.odd")

    assert shown.status == 0
    assert "imports: none\n" in shown.out


def test_imports_are_shown_of_a_project_without_layers(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    flat = write(tmp_path_factory.mktemp("flat"), {"blue.py": "import green\n", "green.py": ""})
    monkeypatch.chdir(flat)

    shown = run(capsys, "show", "imports", "blue", "green", "--isolated")

    assert shown.status == 0
    assert shown.out.startswith("blue.py:1  unlayered  blue  green\n")
    assert run(capsys, "show", "layers", "--isolated").status == 2


def test_ways_that_are_never_gone_are_told_by_the_layer_they_lead_from(
    broken: Path, capsys: Capture
) -> None:
    outer = "".join(f'[[layers]]\nname = "{name}"\nmodules = ["shop.{name}"]\n' for name in "ab")
    write(broken, {"archlint.toml": SETTINGS + outer, "shop/a.py": "", "shop/b.py": ""})

    shown = run(capsys, "show", "unused")

    assert shown.out == (
        "direction  a -> domain, adapters     permitted, and no import goes there\n"
        "direction  b -> domain, adapters, a  permitted, and no import goes there\n"
        "0 of the settings unused, 5 permitted directions without an import\n"
    )
