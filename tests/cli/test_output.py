"""Reports in several formats, on standard output and in files."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from archlint.reports import FORMATS
from tests.cli.running import SETTINGS, run, run_apart, write

Capture = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("form", FORMATS)
def test_a_report_in_a_file_is_the_one_of_standard_output(
    capsys: Capture, form: str, tmp_path: Path
) -> None:
    told = run(capsys, "--output-format", form, "--output", f"{form}=report")

    assert told.status == 1
    assert (tmp_path / "report").read_text(encoding="utf-8") == told.out


@pytest.mark.usefixtures("broken")
def test_a_report_that_cannot_be_written_stops_no_other(capsys: Capture, tmp_path: Path) -> None:
    told = run(capsys, "--output", "json=no/such/file", "--output", "sarif=out.sarif")

    assert told.status == 2
    assert told.err.endswith("cannot write no/such/file: No such file or directory\n")
    assert told.out.startswith("shop/domain/cart.py:1:1: ")
    assert json.loads((tmp_path / "out.sarif").read_bytes())["version"] == "2.1.0"


@pytest.mark.usefixtures("broken")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full here")
def test_a_full_disk_is_told(capsys: Capture) -> None:
    told = run(capsys, "--output", "json=/dev/full")

    assert told.status == 2
    assert told.err.endswith("cannot write /dev/full: No space left on device\n")


@pytest.mark.parametrize(
    ("targets", "fault"),
    [
        (("json=-",), "--output-format json writes to standard output"),
        (("json=a", "sarif=a"), "a is named for two reports"),
    ],
)
def test_a_target_that_is_no_file_of_its_own_is_wrong_use(
    capsys: Capture, targets: tuple[str, ...], fault: str
) -> None:
    told = run(capsys, *(f"--output={target}" for target in targets))

    assert told.status == 2
    assert fault in told.err


@pytest.mark.usefixtures("broken")
def test_statistics_take_the_place_of_the_findings(capsys: Capture) -> None:
    told = run(capsys, "--statistics")

    assert told.status == 1
    assert told.out == (
        "1  error  outward-import  shop/domain/cart.py:1:1\n"
        "Found 1 violation in 3 modules of 2 layers: 1 error\n"
    )


def test_statistics_have_no_form_for_programs(capsys: Capture) -> None:
    refused = run(capsys, "--statistics", "--output-format", "json")

    assert refused.status == 2
    assert "--statistics is told as text, and not in the format json" in refused.err


@pytest.mark.usefixtures("broken")
def test_junit_fails_no_test_where_nothing_fails_the_run(capsys: Capture) -> None:
    told = run(capsys, "--output-format", "junit", "--exit-zero")

    assert told.status == 0
    assert ET.fromstring(told.out).attrib["failures"] == "0"  # noqa: S314 # our own report


def test_files_are_named_from_the_root_of_the_repository(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / ".git").mkdir()
    folder = write(
        tmp_path / "services" / "shop",
        {
            "archlint.toml": SETTINGS,
            "shop/domain/cart.py": "from shop.adapters.db import Session\n",
            "shop/adapters/db.py": "class Session: ...\n",
        },
    )

    told = run(capsys, str(folder), "--output-format", "gitlab")

    (issue,) = json.loads(told.out)
    assert issue["location"]["path"] == "services/shop/shop/domain/cart.py"


def test_xml_stays_xml_where_only_ascii_can_be_written(broken: Path) -> None:
    write(broken, {"shop/domain/größe.py": "from shop.adapters.db import Session\n"})

    told = run_apart(broken, "-m", "archlint", "--output-format", "junit", PYTHONIOENCODING="ascii")

    names = {case.get("name") for case in ET.fromstring(told.stdout).iter("testcase")}  # noqa: S314
    assert "shop/domain/größe.py" in names


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names of files are text there")
@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_finding_is_the_same_in_every_locale(tmp_path: Path, form: str) -> None:
    files = {
        "archlint.toml": SETTINGS.replace("shop.domain", "shop.domäne"),
        "shop/domäne/cart.py": "from shop.adapters.größe import Size\n",
        "shop/adapters/größe.py": "class Size: ...\n",
    }
    write(tmp_path, files)
    asked = ("-m", "archlint", "--output-format", form)
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    told = [json.loads(run_apart(tmp_path, *asked, **e).stdout) for e in ({}, bare)]

    assert told[0] == told[1]
    assert "größe" in str(told[0])


def test_a_run_loads_the_form_that_it_tells_and_no_other(broken: Path) -> None:
    program = (
        "import sys; from archlint.cli.main import main\n"
        "main(['--output-format', 'json'])\n"
        "told = {'json_report', 'full', 'junit', 'sarif', 'github', 'markdown'}\n"
        "print([each for each in sorted(told) if f'archlint.reports.{each}' in sys.modules])"
    )

    told = run_apart(broken, "-c", program)

    assert told.stdout.splitlines()[-1] == b"['json_report']"
