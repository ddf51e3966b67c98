"""`pytest --archlint`, in a process of its own as whoever tests a project runs it."""

import pytest

from tests.cli.running import BROKEN, KEPT
from tests.own.writing import PROJECT as OWN
from tests.own.writing import faulty

pytest_plugins = ["pytester"]

HEADLINE = (
    "shop/domain/cart.py:1:1: outward-import: "
    "domain imports shop.adapters.db.Session, which belongs to adapters"
)
QUIET = ("-p", "no:cacheprovider", "-W", "error")
A_TEST = {"test_shop.py": "def test_shop(): ...\n"}


def ran(pytester: pytest.Pytester, files: dict[str, str], *arguments: str) -> pytest.RunResult:
    """Return what pytest says in a project of these files."""
    for path, text in {**A_TEST, **files}.items():
        file = pytester.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return pytester.runpytest_subprocess(*QUIET, *arguments)


def test_without_the_option_nothing_is_judged(pytester: pytest.Pytester) -> None:
    told = ran(pytester, {**BROKEN, "archlint.toml": "nonsense"})

    told.assert_outcomes(passed=1)


def test_without_the_option_nothing_heavy_is_loaded(pytester: pytest.Pytester) -> None:
    heavy = "('archlint.assembly', 'archlint.model', 'libcst', 'grimp', 'msgspec', 'click')"
    test = f"import sys\ndef test_it(): assert not [n for n in {heavy} if n in sys.modules]\n"

    told = ran(pytester, {"test_loaded.py": test})

    told.assert_outcomes(passed=2)


def test_it_can_be_blocked(pytester: pytest.Pytester) -> None:
    told = ran(pytester, BROKEN, "-p", "no:archlint")

    told.assert_outcomes(passed=1)


def test_what_is_kept_passes_and_what_is_idle_says_why(pytester: pytest.Pytester) -> None:
    told = ran(pytester, KEPT, "--archlint", "-rs", "-v")

    assert told.ret == 0
    told.stdout.fnmatch_lines(["archlint::outward-import PASSED*"])
    told.stdout.fnmatch_lines(["archlint::layer-skip SKIPPED*"])
    told.stdout.fnmatch_lines(["SKIPPED*archlint.toml: no layer is closed"])


def test_a_rule_fails_for_each_layer_with_the_report_and_no_traceback(
    pytester: pytest.Pytester,
) -> None:
    told = ran(pytester, BROKEN, "--archlint")

    told.stdout.fnmatch_lines(
        [
            "*archlint outward-import[[]domain[]]*",
            HEADLINE,
            "*1 | from shop.adapters.db import Session",
            "*help: let domain own an interface*",
            "FAILED archlint::outward-import[[]domain[]]*",
        ]
    )
    told.stdout.no_fnmatch_line("*Traceback*")
    told.stdout.no_fnmatch_line("*verdicts.py*")
    assert told.parseoutcomes()["failed"] == 1


def test_items_are_chosen_by_name_and_by_marker(pytester: pytest.Pytester) -> None:
    by_name = ran(pytester, BROKEN, "--archlint", "-k", "outward-import")
    by_marker = ran(pytester, BROKEN, "--archlint", "--strict-markers", "-m", "not archlint")

    assert by_name.parseoutcomes()["failed"] == 1
    assert "passed" not in by_name.parseoutcomes()
    assert "failed" not in by_marker.parseoutcomes()
    assert by_marker.parseoutcomes()["passed"] == 1


def test_lesser_findings_pass_unless_they_are_to_fail(pytester: pytest.Pytester) -> None:
    settings = f'{BROKEN["archlint.toml"]}\n[rules.outward-import]\nseverity = "warning"\n'
    project = {**BROKEN, "archlint.toml": settings}

    passed = ran(pytester, project, "--archlint", "-k", "outward-import", "-rP")
    failed = ran(pytester, project, "--archlint", "-o", "archlint_fail_on=warning")

    assert passed.ret == 0
    passed.stdout.fnmatch_lines([HEADLINE])
    assert failed.parseoutcomes()["failed"] == 1


def test_workers_collect_the_same(pytester: pytest.Pytester) -> None:
    pytest.importorskip("xdist")

    told = ran(pytester, BROKEN, "--archlint", "-n", "2")

    assert told.parseoutcomes()["failed"] == 1
    told.stdout.fnmatch_lines([HEADLINE])
    told.stdout.no_fnmatch_line("*Different tests were collected*")


@pytest.mark.parametrize("arguments", [(), ("-n", "2")])
def test_a_mistake_in_the_settings_is_an_error_of_collection(
    pytester: pytest.Pytester, arguments: tuple[str, ...]
) -> None:
    told = ran(pytester, {**KEPT, "archlint.toml": "layer = 1\n"}, "--archlint", *arguments)

    assert told.ret != 0
    assert "archlint.toml:1:1: unknown key 'layer'" in told.stdout.str()
    assert "INTERNALERROR" not in told.stdout.str() + told.stderr.str()
    assert "Traceback" not in told.stdout.str() + told.stderr.str()


def test_a_folder_in_which_nothing_can_be_judged_is_an_error_of_collection(
    pytester: pytest.Pytester,
) -> None:
    told = ran(pytester, {"blue.py": "x = 1\n"}, "--archlint")

    assert told.ret != 0
    assert "no layers recognised" in told.stdout.str()


def test_a_severity_that_there_is_not_is_refused(pytester: pytest.Pytester) -> None:
    told = ran(pytester, KEPT, "-o", "archlint_fail_on=grave")

    assert told.ret == pytest.ExitCode.USAGE_ERROR
    told.stderr.fnmatch_lines(["*archlint_fail_on is 'grave', not one of error, warning, info*"])


def test_what_is_in_the_baseline_passes(pytester: pytest.Pytester) -> None:
    ran(pytester, BROKEN)
    pytester.run("archlint", "baseline", "create")

    told = ran(pytester, {}, "--archlint")

    assert told.ret == 0


def test_an_own_rule_that_fails_is_told(pytester: pytest.Pytester) -> None:
    project = {**OWN, "rules/ours.py": faulty("yield 1 / 0")}

    told = ran(pytester, project, "--archlint", "-k", "sound")

    assert told.parseoutcomes()["failed"] == 1
    told.stdout.fnmatch_lines(["rules/ours.py:2: blue-name cannot be judged: ZeroDivisionError*"])
